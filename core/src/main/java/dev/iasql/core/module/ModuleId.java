package dev.iasql.core.module;

/** One version of one module, written {@code aws_vpc@1.0.0}. */
public record ModuleId(String name, ModuleVersion version) {
  @Override
  public String toString() {
    return name + "@" + version;
  }
}
