package dev.iasql.aws.spi;

import java.util.List;
import java.util.Map;

/**
 * An AWS module: what its manifest says and the tables it brings, each by its cloud side.
 *
 * @param dependencies module name to version range
 * @param functions SQL functions it brings, besides the tables
 */
public record AwsModule(
    String name,
    String version,
    String summary,
    Map<String, String> dependencies,
    List<CloudResource<?>> resources,
    List<SqlFunction> functions) {

  /**
   * An SQL function of a module.
   *
   * @param name without schema; created in {@code public}
   * @param argumentTypes as {@code DROP FUNCTION} wants them, such as {@code text, text}
   * @param definition the statements that create and comment it
   * @param beforeTables whether tables use it in their defaults
   */
  public record SqlFunction(
      String name, String argumentTypes, String definition, boolean beforeTables) {}
}
