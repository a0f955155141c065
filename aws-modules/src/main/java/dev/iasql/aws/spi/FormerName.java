package dev.iasql.aws.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The column had another name in earlier versions of its module, which are still in use. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormerName {
  /** What the column was called. */
  String value();

  /** The first version of the module that has the name of today. */
  String until();
}
