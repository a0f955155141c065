package dev.iasql.core.module.bundle;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.Capability;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import dev.iasql.core.module.ModuleVersion;
import dev.iasql.core.module.VersionRange;
import dev.iasql.core.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be said of a manifest without knowing any other module. */
public final class ManifestRules {
  private static final Pattern RESOURCE_TYPE = Pattern.compile("[A-Za-z0-9]+(::[A-Za-z0-9]+){2}");

  /** Addresses of the REST API that stand where a module's name would. */
  private static final Set<String> RESERVED = Set.of("graph", "resolve", "check");

  private final ModuleManifest manifest;
  private final ModuleKind kind;
  private final List<String> problems = new ArrayList<>();

  private ManifestRules(ModuleManifest manifest, ModuleKind kind) {
    this.manifest = manifest;
    this.kind = kind;
  }

  /**
   * @param kind decides what the module may claim
   * @throws UserException naming everything that is wrong at once
   */
  public static void check(ModuleManifest manifest, ModuleKind kind) {
    ManifestRules rules = new ManifestRules(manifest, kind);
    rules.identity();
    rules.dependencies();
    rules.provides();
    rules.capabilities();
    rules.manages();
    rules.migrations();
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
    if (version().isEmpty()) {
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
              if (!VersionRange.of(range).isValid()) {
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

  private void capabilities() {
    Set<String> seen = new HashSet<>();
    for (String text : manifest.provides().capabilities()) {
      try {
        String name = Capability.parse(text).name();
        if (name.equals(manifest.name())) {
          problems.add(
              "capability %s is the module's own name, which it has anyway".formatted(name));
        } else if (!seen.add(name)) {
          problems.add(name + " is listed twice");
        }
      } catch (IllegalArgumentException e) {
        problems.add(
            "capability \"%s\" is not a plain name, alone or with a version: security_groups@1.0.0"
                .formatted(text));
      }
    }
  }

  private void migrations() {
    for (String from : manifest.migrations()) {
      Optional<ModuleVersion> earlier = version(from);
      if (earlier.isEmpty()) {
        problems.add("migration from what is not a semantic version: " + from);
      } else if (version().filter(own -> own.compareTo(earlier.get()) > 0).isEmpty()) {
        problems.add(
            "migration from %s, which is not lower than %s".formatted(from, manifest.version()));
      }
    }
    refuseTwice(manifest.migrations());
  }

  private Optional<ModuleVersion> version() {
    return version(manifest.version());
  }

  /** As it is always written, because it is a key; build metadata would make two of one version. */
  private static Optional<ModuleVersion> version(String text) {
    try {
      return Optional.ofNullable(text)
          .map(ModuleVersion::parse)
          .filter(version -> version.toString().equals(text) && text.indexOf('+') < 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void manages() {
    if (kind == ModuleKind.SQL && !manifest.manages().isEmpty()) {
      problems.add("a SQL module manages no cloud resources, but it lists some");
    }
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
