package dev.iasql.aws.spi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An address such as {@code 10.0.0.7}; column type {@code inet}. */
public record Inet(@JsonValue String value) {
  @JsonCreator
  public Inet {}

  /** The value, or {@code null} for no value. */
  public static Inet of(String value) {
    return value == null || value.isEmpty() ? null : new Inet(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
