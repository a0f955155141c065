package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.module.DeadEnd.Obstacle;
import dev.iasql.core.module.Selection.Need;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for a set of modules in which every requirement is met and no two conflict, taking the
 * first option of each requirement that works.
 *
 * <p>The problem is NP-complete, so dead ends teach: each is traced to the choices that caused it,
 * the search goes straight back to the latest of these (conflict-directed backjumping), and the
 * combination is never tried again (nogoods). Every open requirement is looked at after each
 * choice, so that a hopeless one is found at once.
 */
final class Search {
  /** Far beyond what real graphs need; keeps a contrived one from occupying a service. */
  private static final int MOST_CHOICES = 20_000;

  /** A requirement being met: the options, and which of them is being tried. */
  private static final class Choice {
    final Need need;
    final int firstOpen;
    final int needs;
    final Refutation refutation = new Refutation();
    int next;
    Candidate tried;

    Choice(Need need, int firstOpen, int needs) {
      this.need = need;
      this.firstOpen = firstOpen;
      this.needs = needs;
    }
  }

  /** What of a requirement decides who meets it. */
  private record Key(String name, String range, boolean forModule) {
    Key(Requirement requirement) {
      this(requirement.name(), requirement.range(), requirement.isForModule());
    }
  }

  private record Lesson(Refutation refutation, List<Candidate> culprits) {}

  private final Function<Requirement, List<Candidate>> options;
  private final Map<Key, List<Candidate>> knownOptions = new HashMap<>();
  private final Providers fixed;
  private final Selection selection = new Selection();
  private final Map<Candidate, List<Lesson>> lessons = new HashMap<>();
  private final List<Need> needs = new ArrayList<>();
  private final Set<Key> needed = new HashSet<>();
  private final Deque<Choice> choices = new ArrayDeque<>();
  private int made;

  /**
   * @param options who could meet a requirement, the best first
   * @param fixed what is part of every answer
   */
  Search(Function<Requirement, List<Candidate>> options, Collection<Candidate> fixed) {
    this.options = options;
    this.fixed = Providers.among(fixed);
    fixed.forEach(selection::fix);
  }

  /**
   * @return all modules of the answer, with what is fixed
   * @throws NoAnswer if there is none
   */
  Collection<Candidate> run(Collection<Requirement> requirements) throws NoAnswer {
    requirements.forEach(requirement -> add(requirement, null));
    int open = 0;
    Refutation hopeless = hopelessNeed(0);
    if (hopeless != null) {
      throw new NoAnswer(hopeless);
    }
    while (true) {
      while (open < needs.size() && isMet(needs.get(open))) {
        open++;
      }
      if (open == needs.size()) {
        return selection.all();
      }
      choices.push(new Choice(needs.get(open), open, needs.size()));
      open = advance();
    }
  }

  /** Tries the next option, going back as far as it must; returns where open needs begin. */
  private int advance() throws NoAnswer {
    while (true) {
      Choice choice = choices.element();
      Refutation dead = tryNext(choice);
      if (dead == null) {
        return choice.firstOpen;
      }
      if (choice.tried == null) {
        choices.pop();
      }
      learn(dead);
      goBackTo(dead);
    }
  }

  /** Why the next viable option fails at once, or all options together; null if it may work. */
  private Refutation tryNext(Choice choice) {
    takeBack(choice);
    List<Obstacle> obstacles = new ArrayList<>();
    while (choice.next < choice.need.options().size()) {
      Candidate candidate = choice.need.options().get(choice.next++);
      if (isViable(candidate)) {
        recordObstacles(choice, obstacles);
        choose(choice, candidate);
        return hopelessNeed(choice.firstOpen);
      }
      exclude(candidate, choice.refutation, obstacles);
    }
    recordObstacles(choice, obstacles);
    if (choice.refutation.deadEnds().isEmpty()) {
      choice.refutation.add(deadEnd(choice.need, obstacles));
    }
    blameSource(choice.need, choice.refutation);
    return choice.refutation;
  }

  private void recordObstacles(Choice choice, List<Obstacle> obstacles) {
    if (!obstacles.isEmpty()) {
      choice.refutation.add(deadEnd(choice.need, obstacles));
      obstacles.clear();
    }
  }

  private void choose(Choice choice, Candidate candidate) {
    if (++made > MOST_CHOICES) {
      throw new ConflictException(
          ErrorCode.VERSION_CLASH,
          "no set of versions was found in %d attempts".formatted(MOST_CHOICES),
          "The last attempt was %s for: %s.".formatted(candidate, choice.need.requirement()),
          "Ask for fewer modules at a time, or for exact versions.");
    }
    selection.choose(candidate, choice.need);
    choice.tried = candidate;
    candidate.needs().forEach(requirement -> add(requirement, candidate));
  }

  private void takeBack(Choice choice) {
    if (choice.tried != null) {
      selection.takeBack(choice.tried);
      choice.tried = null;
      while (needs.size() > choice.needs) {
        needed.remove(new Key(needs.removeLast().requirement()));
      }
    }
  }

  /** Takes back everything down to the latest choice that the dead end blames. */
  private void goBackTo(Refutation dead) throws NoAnswer {
    while (!choices.isEmpty()) {
      Choice choice = choices.element();
      if (dead.blames(choice.tried)) {
        choice.refutation.include(dead, choice.tried);
        return;
      }
      takeBack(choice);
      choices.pop();
    }
    throw new NoAnswer(dead);
  }

  private Refutation hopelessNeed(int from) {
    for (Need need : needs.subList(from, needs.size())) {
      if (!isMet(need) && need.options().stream().noneMatch(this::isViable)) {
        Refutation refutation = new Refutation();
        List<Obstacle> obstacles = new ArrayList<>();
        need.options().forEach(option -> exclude(option, refutation, obstacles));
        if (!obstacles.isEmpty() || refutation.deadEnds().isEmpty()) {
          refutation.add(deadEnd(need, obstacles));
        }
        blameSource(need, refutation);
        return refutation;
      }
    }
    return null;
  }

  private boolean isViable(Candidate candidate) {
    return selection.obstacle(candidate) == null && lesson(candidate) == null;
  }

  /** Notes why a candidate that is not viable is out. */
  private void exclude(Candidate candidate, Refutation refutation, List<Obstacle> obstacles) {
    Candidate present = selection.obstacle(candidate);
    if (present == null) {
      refutation.include(lesson(candidate), candidate);
      return;
    }
    boolean fixed = selection.isFixed(present);
    obstacles.add(new Obstacle(candidate, present, fixed, selection.chain(present)));
    if (!fixed) {
      refutation.blame(present);
    }
  }

  private void blameSource(Need need, Refutation refutation) {
    if (need.source() != null) {
      refutation.blame(need.source());
    }
  }

  private DeadEnd deadEnd(Need need, List<Obstacle> obstacles) {
    return new DeadEnd(need.requirement(), selection.chain(need), List.copyOf(obstacles));
  }

  private void learn(Refutation refutation) {
    Lesson lesson = new Lesson(refutation, List.copyOf(refutation.culprits()));
    for (Candidate culprit : lesson.culprits()) {
      lessons.computeIfAbsent(culprit, key -> new ArrayList<>()).add(lesson);
    }
  }

  /** An earlier dead end that choosing the candidate now would repeat, or null. */
  private Refutation lesson(Candidate candidate) {
    for (Lesson lesson : lessons.getOrDefault(candidate, List.of())) {
      if (isRepeated(lesson, candidate)) {
        return lesson.refutation();
      }
    }
    return null;
  }

  /** This is where a hard search spends its time. */
  private boolean isRepeated(Lesson lesson, Candidate candidate) {
    for (Candidate culprit : lesson.culprits()) {
      if (culprit != candidate && !selection.contains(culprit)) {
        return false;
      }
    }
    return true;
  }

  /** What is fixed meets a requirement once and for all, and one like an open one adds nothing. */
  private void add(Requirement requirement, Candidate source) {
    Key key = new Key(requirement);
    if (fixed.of(requirement).isEmpty() && needed.add(key)) {
      List<Candidate> able = knownOptions.computeIfAbsent(key, any -> options.apply(requirement));
      needs.add(new Need(requirement, source, able));
    }
  }

  private boolean isMet(Need need) {
    for (Candidate option : need.options()) {
      if (selection.contains(option)) {
        return true;
      }
    }
    return false;
  }
}
