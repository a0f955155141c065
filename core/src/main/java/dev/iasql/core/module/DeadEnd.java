package dev.iasql.core.module;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A requirement that nothing could meet beside what was chosen.
 *
 * @param failed the requirement
 * @param chain the requirements that led to it, from the call on; it is the last
 * @param obstacles what kept out those who would meet it
 */
record DeadEnd(Requirement failed, List<Requirement> chain, List<Obstacle> obstacles) {

  /**
   * @param wanted what would have met the requirement
   * @param present another version of it, or what it conflicts with
   * @param fixed whether that was there before the search
   * @param chain the requirements that led to it, if it was not
   */
  record Obstacle(Candidate wanted, Candidate present, boolean fixed, List<Requirement> chain) {
    boolean isConflict() {
      return !wanted.name().equals(present.name());
    }
  }

  /** The requirements that cannot be met together, those of what is in the way first. */
  Set<String> sentences() {
    Set<String> sentences = new LinkedHashSet<>();
    for (Obstacle obstacle : obstacles) {
      obstacle.chain().forEach(requirement -> sentences.add(requirement.toString()));
    }
    chain.forEach(requirement -> sentences.add(requirement.toString()));
    for (Obstacle obstacle : obstacles) {
      if (obstacle.isConflict()) {
        sentences.add(
            "%s and %s conflict".formatted(obstacle.present().name(), obstacle.wanted().name()));
      } else if (obstacle.fixed()) {
        sentences.add("installed is " + obstacle.present());
      }
    }
    return sentences;
  }
}
