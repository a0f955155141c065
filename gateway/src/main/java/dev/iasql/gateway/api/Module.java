package dev.iasql.gateway.api;

import dev.iasql.core.module.Conflict;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleManifest;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A module one could install. */
@Schema(description = "The newest version of a module.")
public record Module(
    @Schema(description = "Name of the module.") String name,
    @Schema(description = "Its newest version.") String version,
    @Schema(description = "What it is, in one sentence.") String summary,
    @Schema(
            description =
                "The modules or capabilities it depends on, each with the versions it works with.")
        Map<String, String> dependencies,
    @Schema(description = "The tables it provides.") List<String> tables,
    @Schema(description = "The roles it plays for others: a name, or a name@version.")
        List<String> capabilities,
    @Schema(description = "The cloud resource types it manages, by CloudFormation name.")
        List<String> manages,
    @Schema(description = "The modules it cannot be installed together with.")
        List<ModuleConflict> conflicts) {

  /** Another module that claims the same. */
  @Schema(
      name = "Conflict",
      description = "A module that cannot be installed together with this one.")
  public record ModuleConflict(
      @Schema(description = "Name of the other module.") String module,
      @Schema(description = "What both claim, as in: the relation vpc.") List<String> over) {
    static ModuleConflict of(Conflict conflict) {
      return new ModuleConflict(conflict.other(), List.copyOf(conflict.over()));
    }
  }

  static Module of(ModuleCatalogue catalogue, ModuleManifest manifest) {
    return new Module(
        manifest.name(),
        manifest.version(),
        manifest.summary(),
        manifest.dependencies(),
        manifest.provides().tables(),
        manifest.provides().capabilities(),
        manifest.manages(),
        catalogue.conflictsOf(manifest).stream().map(ModuleConflict::of).toList());
  }
}
