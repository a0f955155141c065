package dev.iasql.core.module;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** That certain candidates together cannot be part of any answer, and the dead ends that say so. */
final class Refutation {
  /** More than a reader takes in. */
  private static final int MOST_DEAD_ENDS = 3;

  private final Set<Candidate> culprits = new LinkedHashSet<>();
  private final List<DeadEnd> deadEnds = new ArrayList<>();

  void blame(Candidate candidate) {
    culprits.add(candidate);
  }

  void add(DeadEnd deadEnd) {
    if (deadEnds.size() < MOST_DEAD_ENDS && !deadEnds.contains(deadEnd)) {
      deadEnds.add(deadEnd);
    }
  }

  /** Takes over what refutes one of several ways, but for the choice of that way itself. */
  void include(Refutation other, Candidate way) {
    other.culprits.stream().filter(culprit -> culprit != way).forEach(culprits::add);
    other.deadEnds.forEach(this::add);
  }

  Set<Candidate> culprits() {
    return culprits;
  }

  boolean blames(Candidate candidate) {
    return culprits.contains(candidate);
  }

  List<DeadEnd> deadEnds() {
    return deadEnds;
  }
}
