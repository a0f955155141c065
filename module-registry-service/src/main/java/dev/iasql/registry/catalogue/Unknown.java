package dev.iasql.registry.catalogue;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.UnknownModule;
import java.util.List;

/** The errors for modules and versions nobody published. */
public final class Unknown {
  private Unknown() {}

  /** The version is unknown, and perhaps the whole module is. */
  public static UserException version(ModuleCatalogue catalogue, String name, String version) {
    List<ModuleManifest> versions = catalogue.newestFirst(name);
    if (versions.isEmpty()) {
      return UnknownModule.named(name, catalogue.names());
    }
    return new UserException(
        ErrorCode.VERSION_NOT_FOUND,
        "module %s has no version %s".formatted(name, version),
        "It has %s."
            .formatted(String.join(", ", versions.stream().map(ModuleManifest::version).toList())));
  }
}
