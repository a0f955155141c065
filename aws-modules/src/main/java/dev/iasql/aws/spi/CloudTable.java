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

  /** The resource types it manages, by their CloudFormation names; none if AWS has no name. */
  String[] type() default {};

  Scope scope() default Scope.REGIONAL;

  /** What a row is, in one sentence; becomes the table's comment. */
  String comment();

  /** SQL conditions on what users write, for what AWS would refuse. */
  String[] checks() default {};

  /**
   * Statements that add a row, or change one of a table that AWS fills, for the documentation. They
   * run as they are where nothing is but a default account with us-east-1 and eu-west-1. Every
   * table that can be written has some.
   */
  String example() default "";
}
