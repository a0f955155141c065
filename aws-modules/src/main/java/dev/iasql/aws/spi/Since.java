package dev.iasql.aws.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column came with a version of its module; earlier ones, still in use, have no such column.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Since {
  /** The first version of the module that has the column, such as {@code 1.1.0}. */
  String value();
}
