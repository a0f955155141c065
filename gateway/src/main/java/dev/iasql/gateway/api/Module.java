package dev.iasql.gateway.api;

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
    @Schema(description = "The modules it depends on, each with the versions it works with.")
        Map<String, String> dependencies,
    @Schema(description = "The tables it provides.") List<String> tables,
    @Schema(description = "The cloud resource types it manages, by CloudFormation name.")
        List<String> manages) {

  static Module of(ModuleManifest manifest) {
    return new Module(
        manifest.name(),
        manifest.version(),
        manifest.summary(),
        manifest.dependencies(),
        manifest.provides().tables(),
        manifest.manages());
  }
}
