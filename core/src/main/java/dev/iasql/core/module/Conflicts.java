package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.LinkedHashSet;
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
   * @param present the one that is there, or was chosen first
   * @param wanted the one that cannot come beside it
   * @param installed whether the first one is installed and could be swapped
   * @param why more about how it came to this, or nothing
   */
  static ConflictException error(
      ModuleManifest present, ModuleManifest wanted, boolean installed, String why) {
    return new ConflictException(
        ErrorCode.MODULE_CONFLICT,
        "modules %s and %s cannot be installed together".formatted(present.name(), wanted.name()),
        "Both claim " + String.join(", ", between(present, wanted)) + "." + why,
        installed
            ? "Put one in the place of the other: SELECT * FROM iasql_swap('%s', '%s')."
                .formatted(present.name(), wanted.name())
            : "Install only one of them.");
  }

  static Set<String> claims(ModuleManifest manifest) {
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
