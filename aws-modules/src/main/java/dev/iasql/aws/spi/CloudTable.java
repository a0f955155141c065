package dev.iasql.aws.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record a table: its components are the columns, in order. Columns {@code region} and
 * {@code account_id} follow by scope and are not components.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CloudTable {
  /** Table name: as AWS names the thing, snake_case, singular, at most 63 bytes. */
  String name();

  /** The resource type it manages, by its CloudFormation name; empty if AWS has none. */
  String type() default "";

  Scope scope() default Scope.REGIONAL;

  /** What a row is, in one sentence; becomes the table's comment. */
  String comment();

  /** SQL conditions on what users write, for what AWS would refuse. */
  String[] checks() default {};

  /**
   * Statements that add a row, for the documentation; they run as they are in a database that has
   * nothing but a default account and region. Empty to have one made from the columns.
   */
  String example() default "";
}
