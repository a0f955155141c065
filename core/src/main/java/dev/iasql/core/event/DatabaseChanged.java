package dev.iasql.core.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A tenant database is wanted, became ready, failed, shall go or is gone. */
public record DatabaseChanged(String tenant, Change change) implements IasqlEvent {
  public static final String TYPE = "dev.iasql.database.changed.v1";

  /** What happened to the database. */
  public enum Change {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("ready")
    READY,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("deleting")
    DELETING,
    @JsonProperty("deleted")
    DELETED
  }

  @Override
  public String topic() {
    return Topics.DATABASES;
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
