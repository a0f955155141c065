package dev.iasql.core.module;

import java.util.Map;
import java.util.Optional;
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

  /** More than anybody writes; parsing takes its time for what somebody makes up. */
  private static final int MOST_CHARACTERS = 200;

  private static final Map<String, VersionRange> PARSED = new ConcurrentHashMap<>();

  private final String text;
  private final Optional<RangeList> ranges;

  private VersionRange(String text) {
    this.text = text.strip();
    this.ranges = parsed(text);
  }

  private static Optional<RangeList> parsed(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.of(RangeListFactory.create(text)).filter(list -> !list.get().isEmpty());
    } catch (NumberFormatException e) {
      return Optional.empty(); // a number that is none of any version
    }
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
    return ranges.isPresent();
  }

  public boolean contains(ModuleVersion version) {
    if (version.isPreRelease()) {
      return (text.startsWith("=") ? text.substring(1).strip() : text).equals(version.toString());
    }
    return ranges.isPresent() && ranges.get().isSatisfiedBy(version.semver());
  }
}
