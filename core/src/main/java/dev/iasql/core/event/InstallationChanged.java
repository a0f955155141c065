package dev.iasql.core.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Modules were installed in or removed from a tenant database.
 *
 * @param modules as {@code name@version}
 */
public record InstallationChanged(
    String tenant, long requestId, Change change, List<String> modules) implements IasqlEvent {
  public static final String TYPE = "dev.iasql.installation.changed.v1";

  /** What happened to the modules. */
  public enum Change {
    /** The tables are made and wait for their first import. */
    @JsonProperty("created")
    CREATED,
    /** Taken back, because the first import failed as a whole. */
    @JsonProperty("undone")
    UNDONE,
    @JsonProperty("removed")
    REMOVED,
    /** The named versions are in place of earlier ones. */
    @JsonProperty("upgraded")
    UPGRADED
  }

  @Override
  public String topic() {
    return Topics.INSTALLATIONS;
  }

  @Override
  public String key() {
    return tenant;
  }

  @Override
  public String type() {
    return TYPE;
  }
}
