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
   * @param description what it does, one sentence
   * @param example a statement that uses it
   * @param definition the statement that creates it
   * @param beforeTables whether tables use it in their defaults
   */
  public record SqlFunction(
      String name,
      String argumentTypes,
      String description,
      String example,
      String definition,
      boolean beforeTables) {

    /** The same with the definition in the file {@code <name>.sql} beside a class. */
    public SqlFunction definedBeside(Class<?> neighbour) {
      String file = name + ".sql";
      try (InputStream content = neighbour.getResourceAsStream(file)) {
        if (content == null) {
          throw new IllegalArgumentException("no " + file + " beside " + neighbour.getName());
        }
        return new SqlFunction(
            name,
            argumentTypes,
            description,
            example,
            new String(content.readAllBytes(), StandardCharsets.UTF_8),
            beforeTables);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
