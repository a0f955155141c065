package dev.iasql.registry.api;

import dev.iasql.core.module.ModuleManifest;
import dev.iasql.registry.store.PublishedVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A module version in a list. */
@Schema(description = "A version of a module.")
public record ModuleSummary(
    @Schema(description = "Name of the module.") String name,
    @Schema(description = "Its semantic version.") String version,
    @Schema(description = "What it is, in one sentence.") String summary,
    @Schema(description = "aws: generated with IaSQL; sql: written by anyone.") String kind,
    @Schema(
            description =
                "The modules or capabilities it depends on, each with the versions it works with.")
        Map<String, String> dependencies,
    @Schema(description = "The roles it plays for others: a name, or a name@version.")
        List<String> capabilities,
    @Schema(description = "The cloud resource types it manages, by CloudFormation name.")
        List<String> manages,
    @Schema(description = "The modules it cannot be installed together with.")
        List<ModuleConflict> conflicts,
    @Schema(description = "When it was published.") Instant publishedAt) {

  static ModuleSummary of(PublishedVersion version, List<ModuleConflict> conflicts) {
    ModuleManifest manifest = version.manifest();
    return new ModuleSummary(
        manifest.name(),
        manifest.version(),
        manifest.summary(),
        version.kind().code(),
        manifest.dependencies(),
        manifest.provides().capabilities(),
        manifest.manages(),
        conflicts,
        version.publishedAt());
  }
}
