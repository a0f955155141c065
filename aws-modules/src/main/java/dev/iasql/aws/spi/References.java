package dev.iasql.aws.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column holds the id of a row of another table, in the same account and region; becomes a
 * composite foreign key. On a list it only says what the ids are: PostgreSQL has no foreign keys
 * for array elements.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface References {
  /** The record of the other table, which has exactly one key component of its own. */
  Class<? extends Record> value();

  /**
   * Whether the row is a part of the one it refers to and so goes with it, in SQL and in AWS, such
   * as a rule of a security group.
   */
  boolean partOf() default false;

  /**
   * Whether a module may bring this table without the other one; there the column is an id like any
   * other.
   */
  boolean optional() default false;
}
