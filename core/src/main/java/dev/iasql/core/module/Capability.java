package dev.iasql.core.module;

import dev.iasql.core.sql.Identifiers;
import java.util.Optional;

/**
 * A role that a module plays for others, whichever module it is: {@code security_groups}, or with
 * the version of what the role promises {@code security_groups@1.0.0}.
 */
public record Capability(String name, Optional<ModuleVersion> version) {

  /**
   * @throws IllegalArgumentException if the text is not a plain name with an optional version
   */
  public static Capability parse(String text) {
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    if (!Identifiers.isPlain(name)) {
      throw new IllegalArgumentException("not the name of a capability: " + text);
    }
    return new Capability(
        name, at < 0 ? Optional.empty() : Optional.of(ModuleVersion.parse(text.substring(at + 1))));
  }

  /** Whether the capability will do; one without a version promises nothing about versions. */
  boolean satisfies(String range) {
    return version
        .map(known -> known.satisfies(range))
        .orElseGet(() -> range.strip().equals(Requirement.ANY));
  }
}
