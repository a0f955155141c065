package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Two modules conflict if they provide the same name or manage the same cloud resource type: then
 * one row and one AWS resource would have two masters.
 */
public final class Conflicts {
  private Conflicts() {}

  /** What the two modules fight over, as a user would say it; empty if they get along. */
  public static Set<String> between(ModuleManifest one, ModuleManifest other) {
    if (one.name().equals(other.name())) {
      return Set.of();
    }
    Set<String> shared = new LinkedHashSet<>(claims(one));
    shared.retainAll(claims(other));
    return shared;
  }

  /**
   * @throws ConflictException naming both modules, what they fight over and the way out
   */
  static void refuse(Collection<ModuleManifest> together) {
    Map<String, ModuleManifest> claimedBy = new LinkedHashMap<>();
    for (ModuleManifest manifest : together) {
      for (String claim : claims(manifest)) {
        ModuleManifest first = claimedBy.putIfAbsent(claim, manifest);
        if (first != null) {
          throw conflict(first, manifest);
        }
      }
    }
  }

  private static ConflictException conflict(ModuleManifest first, ModuleManifest second) {
    return new ConflictException(
        ErrorCode.MODULE_CONFLICT,
        "modules %s and %s cannot be installed together".formatted(first.name(), second.name()),
        "Both claim " + String.join(", ", between(first, second)) + ".",
        "Uninstall one first: SELECT * FROM iasql_uninstall('%s').".formatted(first.name()));
  }

  private static Set<String> claims(ModuleManifest manifest) {
    Set<String> claims = new LinkedHashSet<>();
    Provides provides = manifest.provides();
    provides.tables().forEach(name -> claims.add("the relation " + name));
    provides.views().forEach(name -> claims.add("the relation " + name));
    provides.functions().forEach(name -> claims.add("the function " + name));
    provides.types().forEach(name -> claims.add("the type " + name));
    manifest.manages().forEach(type -> claims.add("the resource type " + type));
    return claims;
  }
}
