package dev.iasql.core.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a tenant database is in its life. */
public enum TenantState {
  /** Wanted, and not made yet. */
  @JsonProperty("requested")
  REQUESTED,
  /** Open for use. */
  @JsonProperty("ready")
  READY,
  /** Making it did not work; the directory says why. */
  @JsonProperty("failed")
  FAILED,
  /** To be removed. */
  @JsonProperty("deleting")
  DELETING;

  /** As it is stored and shown. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TenantState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
