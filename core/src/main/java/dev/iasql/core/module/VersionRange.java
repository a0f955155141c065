package dev.iasql.core.module;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.semver4j.range.RangeList;
import org.semver4j.range.RangeListFactory;

/**
 * A set of versions such as {@code ^1.2.0} or {@code >=1.0.0 <2.0.0}. A pre-release is in a range
 * only if the range is exactly that version: nobody gets one without asking for it.
 */
public final class VersionRange {
  /** Ranges repeat; the limit is for those that someone makes up. */
  private static final int MOST_REMEMBERED = 10_000;

  private static final Map<String, VersionRange> PARSED = new ConcurrentHashMap<>();

  private final String text;
  private final RangeList ranges;

  private VersionRange(String text) {
    this.text = text.strip();
    this.ranges = RangeListFactory.create(text);
  }

  public static VersionRange of(String text) {
    VersionRange known = PARSED.get(text);
    if (known != null) {
      return known;
    }
    VersionRange parsed = new VersionRange(text);
    if (PARSED.size() < MOST_REMEMBERED) {
      PARSED.put(text, parsed);
    }
    return parsed;
  }

  /** False if the text says nothing about versions, such as {@code sometimes}. */
  public boolean isValid() {
    return !ranges.get().isEmpty();
  }

  public boolean contains(ModuleVersion version) {
    if (version.isPreRelease()) {
      return (text.startsWith("=") ? text.substring(1).strip() : text).equals(version.toString());
    }
    return ranges.isSatisfiedBy(version.semver());
  }
}
