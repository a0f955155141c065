package dev.iasql.aws.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An AWS module: what its manifest says and the tables it brings, each by its cloud side.
 *
 * <p>Its records are the tables as the newest version has them, and say by {@link Since} and {@link
 * FormerName} what earlier versions are like, which stay in use.
 *
 * @param dependencies name of a module or of a capability to version range
 * @param capabilities what it can be to other modules, as {@code name@version}
 * @param earlierVersions the versions before this one, oldest first
 * @param functions SQL functions it brings, besides the tables
 */
public record AwsModule(
    String name,
    String version,
    String summary,
    Map<String, String> dependencies,
    List<String> capabilities,
    List<String> earlierVersions,
    List<CloudResource<?>> resources,
    List<SqlFunction> functions) {

  /** A module with one version, which is nothing to others but itself. */
  public AwsModule(
      String name,
      String version,
      String summary,
      Map<String, String> dependencies,
      List<CloudResource<?>> resources,
      List<SqlFunction> functions) {
    this(name, version, summary, dependencies, List.of(), List.of(), resources, functions);
  }

  /** All versions there are, this one last. */
  public List<AwsModule> versions() {
    List<AwsModule> versions = new ArrayList<>();
    for (int i = 0; i < earlierVersions.size(); i++) {
      versions.add(at(earlierVersions.get(i), earlierVersions.subList(0, i)));
    }
    versions.add(this);
    return versions;
  }

  private AwsModule at(String earlier, List<String> before) {
    return new AwsModule(
        name, earlier, summary, dependencies, capabilities, before, resources, functions);
  }

  /** Whether it is what another module depends on: by its name or by a capability. */
  public boolean is(String required) {
    return name.equals(required)
        || capabilities.stream().anyMatch(c -> c.replaceFirst("@.*", "").equals(required));
  }

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
