package dev.iasql.core.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The modules chosen so far in a search, and why each was; the last one can be taken back. */
final class Selection {
  /**
   * @param source who needs it; {@code null} if the call does
   * @param options who could meet it, the best first
   */
  record Need(Requirement requirement, Candidate source, List<Candidate> options) {}

  private final Map<String, Candidate> byModule = new HashMap<>();
  private final Map<String, Candidate> byClaim = new HashMap<>();
  private final Map<Candidate, Need> reasons = new HashMap<>();

  /** Chooses something for good, whoever needs it. */
  void fix(Candidate candidate) {
    choose(candidate, null);
  }

  void choose(Candidate candidate, Need reason) {
    byModule.put(candidate.name(), candidate);
    candidate.claims().forEach(claim -> byClaim.putIfAbsent(claim, candidate));
    if (reason != null) {
      reasons.put(candidate, reason);
    }
  }

  void takeBack(Candidate candidate) {
    byModule.remove(candidate.name());
    candidate.claims().forEach(claim -> byClaim.remove(claim, candidate));
    reasons.remove(candidate);
  }

  boolean contains(Candidate candidate) {
    return byModule.get(candidate.name()) == candidate;
  }

  /** What keeps the candidate out, or {@code null}: another version of it, or a rival. */
  Candidate obstacle(Candidate candidate) {
    Candidate sameModule = byModule.get(candidate.name());
    if (sameModule != null) {
      return sameModule;
    }
    for (String claim : candidate.claims()) {
      Candidate rival = byClaim.get(claim);
      if (rival != null) {
        return rival;
      }
    }
    return null;
  }

  /** True for what was not chosen for a need, but is there in any case. */
  boolean isFixed(Candidate candidate) {
    return !reasons.containsKey(candidate);
  }

  /** The requirements that led to the need, from the call on; the need's own is the last. */
  List<Requirement> chain(Need need) {
    List<Requirement> backwards = new ArrayList<>();
    for (Need at = need; at != null; at = at.source() == null ? null : reasons.get(at.source())) {
      backwards.add(at.requirement());
    }
    return backwards.reversed();
  }

  /** The requirements that led to a chosen candidate; none if it is there in any case. */
  List<Requirement> chain(Candidate candidate) {
    Need reason = reasons.get(candidate);
    return reason == null ? List.of() : chain(reason);
  }

  Collection<Candidate> all() {
    return byModule.values();
  }
}
