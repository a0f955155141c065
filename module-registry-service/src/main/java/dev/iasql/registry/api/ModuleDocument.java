package dev.iasql.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.registry.store.PublishedVersion;
import dev.iasql.registry.store.StoredText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of a module, complete but for its SQL. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One version of a module, complete but for its SQL.")
public record ModuleDocument(
    @Schema(description = "Name of the module.") String name,
    @Schema(description = "Its semantic version.") String version,
    @Schema(description = "aws: generated with IaSQL; sql: written by anyone.") String kind,
    @Schema(description = "What the module says of itself.") ModuleManifest manifest,
    @Schema(description = "The roles it plays for others: a name, or a name@version.")
        List<String> capabilities,
    @Schema(description = "The modules it cannot be installed together with.")
        List<ModuleConflict> conflicts,
    @Schema(description = "Its documentation, in Markdown.") String readme,
    @Schema(description = "Sizes of the files of its bundle.") Sizes sizes,
    @Schema(description = "SHA-256 of the bundle in hexadecimal.") String contentHash,
    @Schema(description = "How many databases use it; shown to administrators only.")
        Integer usedBy,
    @Schema(description = "When it was published.") Instant publishedAt) {

  /** Sizes in bytes. */
  @Schema(description = "Sizes in bytes.")
  public record Sizes(
      @Schema(description = "Of the SQL that installs it.") int installSql,
      @Schema(description = "Of the SQL that removes it.") int uninstallSql,
      @Schema(description = "Of its documentation.") int readme) {}

  static ModuleDocument of(
      PublishedVersion version,
      List<ModuleConflict> conflicts,
      StoredText text,
      Optional<Integer> usedBy) {
    ModuleManifest manifest = version.manifest();
    return new ModuleDocument(
        manifest.name(),
        manifest.version(),
        version.kind().code(),
        manifest,
        manifest.provides().capabilities(),
        conflicts,
        text.readme(),
        new Sizes(
            text.installBytes(),
            text.uninstallBytes(),
            text.readme().getBytes(StandardCharsets.UTF_8).length),
        version.contentHash(),
        usedBy.orElse(null),
        version.publishedAt());
  }
}
