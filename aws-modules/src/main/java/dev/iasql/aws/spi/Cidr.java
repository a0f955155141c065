package dev.iasql.aws.spi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An address range such as {@code 10.0.0.0/16}; column type {@code cidr}. */
public record Cidr(@JsonValue String value) {
  @JsonCreator
  public Cidr {}

  /** The value, or {@code null} for no value. */
  public static Cidr of(String value) {
    return value == null || value.isEmpty() ? null : new Cidr(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
