package dev.iasql.aws.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
      String name, String argumentTypes, String definition, boolean beforeTables) {

    /** A function without arguments, defined in the file {@code <name>.sql} beside a class. */
    public static SqlFunction beside(Class<?> neighbour, String name, boolean beforeTables) {
      String file = name + ".sql";
      try (InputStream definition = neighbour.getResourceAsStream(file)) {
        if (definition == null) {
          throw new IllegalArgumentException("no " + file + " beside " + neighbour.getName());
        }
        return new SqlFunction(
            name, "", new String(definition.readAllBytes(), StandardCharsets.UTF_8), beforeTables);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
