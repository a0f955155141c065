package dev.iasql.registry.bundle;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import dev.iasql.core.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.semver4j.Semver;
import org.semver4j.range.RangeListFactory;

/** What can be said of a manifest without knowing any other module. */
public final class ManifestRules {
  private static final Pattern RESOURCE_TYPE = Pattern.compile("[A-Za-z0-9]+(::[A-Za-z0-9]+){2}");

  /** Addresses of the REST API that stand where a module's name would. */
  private static final Set<String> RESERVED = Set.of("graph", "resolve");

  private final ModuleManifest manifest;
  private final List<String> problems = new ArrayList<>();

  private ManifestRules(ModuleManifest manifest) {
    this.manifest = manifest;
  }

  /**
   * @throws UserException naming everything that is wrong at once
   */
  public static void check(ModuleManifest manifest) {
    ManifestRules rules = new ManifestRules(manifest);
    rules.identity();
    rules.dependencies();
    rules.provides();
    rules.manages();
    if (!rules.problems.isEmpty()) {
      throw new UserException(
          ErrorCode.MODULE_INVALID,
          "the manifest of %s@%s breaks the rules for modules"
              .formatted(manifest.name(), manifest.version()),
          String.join("; ", rules.problems),
          "Correct module.yaml and publish again.");
    }
  }

  private void identity() {
    requirePlain("name", manifest.name());
    if (RESERVED.contains(manifest.name())) {
      problems.add("the name %s is reserved".formatted(manifest.name()));
    }
    if (manifest.version() == null || Semver.parse(manifest.version()) == null) {
      problems.add("version is not a semantic version: " + manifest.version());
    }
    if (manifest.summary() == null || manifest.summary().isBlank()) {
      problems.add("summary is missing");
    }
  }

  private void dependencies() {
    manifest
        .dependencies()
        .forEach(
            (name, range) -> {
              requirePlain("dependency", name);
              if (RangeListFactory.create(range).get().isEmpty()) {
                problems.add("dependency %s has no version range: %s".formatted(name, range));
              }
            });
  }

  private void provides() {
    Provides provides = manifest.provides();
    Stream.of(provides.functions(), provides.types())
        .forEach(
            names -> {
              names.forEach(name -> requirePlain("provided name", name));
              refuseTwice(names);
            });
    List<String> relations =
        Stream.concat(provides.tables().stream(), provides.views().stream()).toList();
    relations.forEach(name -> requirePlain("provided name", name));
    refuseTwice(relations);
  }

  private void manages() {
    manifest.manages().stream()
        .filter(type -> !RESOURCE_TYPE.matcher(type).matches())
        .forEach(type -> problems.add("not a CloudFormation resource type: " + type));
    refuseTwice(manifest.manages());
  }

  private void requirePlain(String what, String name) {
    if (!Identifiers.isPlain(name)) {
      problems.add(
          "%s \"%s\" is not 1 to %d lower-case letters, digits and underscores"
              .formatted(what, name, Identifiers.MAX_BYTES));
    }
  }

  private void refuseTwice(List<String> names) {
    Set<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name))
        .forEach(name -> problems.add(name + " is listed twice"));
  }
}
