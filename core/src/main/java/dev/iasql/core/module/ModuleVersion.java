package dev.iasql.core.module;

import org.semver4j.Semver;

/** A semantic version (semver.org 2.0), ordered by its precedence rules. */
public record ModuleVersion(Semver semver) implements Comparable<ModuleVersion> {

  /** Far more than any version has; the parser's stack grows with the text. */
  private static final int MOST_CHARACTERS = 100;

  /**
   * @throws IllegalArgumentException if the text is not a semantic version
   */
  public static ModuleVersion parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a version has at most %d characters".formatted(MOST_CHARACTERS));
    }
    Semver parsed = Semver.parse(text);
    if (parsed == null) {
      throw new IllegalArgumentException("not a semantic version: " + text);
    }
    return new ModuleVersion(parsed);
  }

  /** Whether the version lies in a range such as {@code ^1.2.0} or {@code >=1.0.0 <2.0.0}. */
  public boolean satisfies(String range) {
    return VersionRange.of(range).contains(this);
  }

  /** Whether it comes before a release: {@code 2.0.0-rc.1}. */
  public boolean isPreRelease() {
    return !semver.getPreRelease().isEmpty();
  }

  @Override
  public int compareTo(ModuleVersion other) {
    return semver.compareTo(other.semver);
  }

  @Override
  public String toString() {
    return semver.getVersion();
  }
}
