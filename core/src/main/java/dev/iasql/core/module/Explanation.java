package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.module.DeadEnd.Obstacle;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why a search found no answer, as the error a user reads. */
final class Explanation {
  private final ModuleCatalogue catalogue;
  private final Map<String, Candidate> installed;

  Explanation(ModuleCatalogue catalogue, Map<String, Candidate> installed) {
    this.catalogue = catalogue;
    this.installed = installed;
  }

  /**
   * A conflict if that is what keeps out the newest of those who would do, else a clash of
   * versions. The first dead end is told, which is the one of the newest versions; the others only
   * add to it.
   */
  ConflictException of(Refutation refutation) {
    List<DeadEnd> deadEnds = refutation.deadEnds();
    DeadEnd first = deadEnds.getFirst();
    if (!first.obstacles().isEmpty() && first.obstacles().getFirst().isConflict()) {
      return conflict(first, first.obstacles().getFirst());
    }
    StringBuilder detail = new StringBuilder(clash(first));
    for (DeadEnd other : deadEnds.subList(1, deadEnds.size())) {
      detail.append(". Another way fails too: ").append(clash(other));
    }
    return new ConflictException(
        ErrorCode.VERSION_CLASH,
        "no version of %s satisfies every requirement".formatted(first.failed().name()),
        detail.append('.').toString(),
        "Ask for other versions, or upgrade what holds the old one.");
  }

  private ConflictException conflict(DeadEnd deadEnd, Obstacle obstacle) {
    Set<String> sentences = deadEnd.sentences();
    return Conflicts.error(
        obstacle.present().manifest(),
        obstacle.wanted().manifest(),
        installed.containsKey(obstacle.present().name()),
        sentences.size() <= 2 ? "" : " " + String.join("; ", sentences) + ".");
  }

  /** The requirements that clash, and what there is instead of what would meet them. */
  private String clash(DeadEnd deadEnd) {
    Set<String> sentences = deadEnd.sentences();
    String name = deadEnd.failed().name();
    Candidate present = installed.get(name);
    if (present != null) {
      sentences.add("installed is " + present);
    } else if (deadEnd.obstacles().isEmpty()) {
      sentences.add(published(name));
    }
    return String.join("; ", sentences);
  }

  private String published(String name) {
    List<String> providers = catalogue.providersOf(name);
    if (providers.isEmpty()) {
      return "nobody published " + name;
    }
    List<String> versions =
        providers.stream()
            .flatMap(provider -> catalogue.candidates(provider).stream())
            .map(candidate -> candidate.offer(name))
            .toList();
    return "published are " + String.join(", ", versions);
  }
}
