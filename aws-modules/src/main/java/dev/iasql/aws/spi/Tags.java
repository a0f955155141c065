package dev.iasql.aws.spi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** Tags of a resource, by key; column type {@code jsonb}, an object. */
public record Tags(@JsonValue Map<String, String> byKey) {
  public static final Tags NONE = new Tags(Map.of());

  @JsonCreator
  public Tags {
    byKey = java.util.Collections.unmodifiableMap(new TreeMap<>(byKey));
  }

  /** The tag {@code Name}, or {@code null}. */
  public String name() {
    return byKey.get("Name");
  }
}
