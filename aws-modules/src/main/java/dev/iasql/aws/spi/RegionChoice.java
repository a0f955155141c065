package dev.iasql.aws.spi;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the operator prefers for the regions of an account that is seen for the first time; later
 * the rows of {@code aws_region} say.
 *
 * @param enabled the regions to read; empty for all the account may use
 * @param preferred the region to make the default if it is among them
 */
public record RegionChoice(Set<String> enabled, String preferred) {
  /** All regions the account may use; the default is the one most accounts began with. */
  public static final RegionChoice NONE = new RegionChoice(Set.of(), "us-east-1");

  public RegionChoice {
    enabled = Set.copyOf(enabled);
  }

  /** Those of the regions the account may use that are to be read. */
  public Set<String> enabledOf(Collection<String> usable) {
    Set<String> chosen = new TreeSet<>(usable);
    if (!enabled.isEmpty()) {
      chosen.retainAll(enabled);
    }
    return chosen;
  }

  /** The default among the regions to be read, or {@code null} if there are none. */
  public String defaultOf(Set<String> read) {
    return read.contains(preferred) ? preferred : read.stream().sorted().findFirst().orElse(null);
  }
}
