package dev.iasql.registry.api;

import dev.iasql.core.module.Conflict;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleManifest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A module that another one cannot be installed together with. */
@Schema(
    name = "Conflict",
    description = "A module that cannot be installed together with this one.")
public record ModuleConflict(
    @Schema(description = "Name of the other module.") String module,
    @Schema(description = "What both claim, as in: the relation vpc.") List<String> over) {

  /** The conflicts of a version with the newest versions of all others, by name. */
  static List<ModuleConflict> of(ModuleCatalogue catalogue, ModuleManifest manifest) {
    return catalogue.conflictsOf(manifest).stream().map(ModuleConflict::of).toList();
  }

  private static ModuleConflict of(Conflict conflict) {
    return new ModuleConflict(conflict.other(), List.copyOf(conflict.over()));
  }
}
