package dev.iasql.gateway.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A module in a tenant database. */
@Schema(description = "A module in a database.")
public record InstalledModule(
    @Schema(description = "Name of the module.") String name,
    @Schema(description = "Its version.") String version,
    @Schema(description = "importing until its first import is done, then installed.") String state,
    @Schema(description = "requested, or needed by other modules.") String reason,
    @Schema(description = "When it was installed.") OffsetDateTime installedAt) {
  static final String SELECT =
      """
      SELECT name, version, state, reason, installed_at FROM iasql.module
      WHERE name > ? ORDER BY name LIMIT ?
      """;

  static InstalledModule of(ResultSet row) throws SQLException {
    return new InstalledModule(
        row.getString("name"),
        row.getString("version"),
        row.getString("state"),
        row.getString("reason"),
        row.getObject("installed_at", OffsetDateTime.class));
  }
}
