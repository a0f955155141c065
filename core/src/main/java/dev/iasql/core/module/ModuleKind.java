package dev.iasql.core.module;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Whose SQL a module's is, and so with which rights it runs. The registry decides it by where the
 * bundle came from; a manifest cannot claim it.
 */
public enum ModuleKind {
  /** Generated from {@code aws-modules/}: makes tables in both schemas, as the tables' owner. */
  AWS,
  /** Written by anyone: runs as a role that owns nothing but what such modules made. */
  SQL;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static ModuleKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
