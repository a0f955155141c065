package dev.iasql.core.module;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which modules have a word: a capability they provide, or something they claim. */
final class NameIndex {
  private final Map<String, Set<String>> modulesByWord = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> wordsByModule = new HashMap<>();

  /** Replaces the words of a module; one caller at a time. */
  void set(String module, Set<String> words) {
    Set<String> before = wordsByModule.getOrDefault(module, Set.of());
    before.stream().filter(word -> !words.contains(word)).forEach(word -> remove(word, module));
    words.stream().filter(word -> !before.contains(word)).forEach(word -> add(word, module));
    if (words.isEmpty()) {
      wordsByModule.remove(module);
    } else {
      wordsByModule.put(module, words);
    }
  }

  Set<String> modules(String word) {
    return modulesByWord.getOrDefault(word, Set.of());
  }

  private void add(String word, String module) {
    modulesByWord.merge(
        word,
        Set.of(module),
        (before, added) -> {
          Set<String> more = new LinkedHashSet<>(before);
          more.addAll(added);
          return Set.copyOf(more);
        });
  }

  private void remove(String word, String module) {
    modulesByWord.computeIfPresent(
        word,
        (key, before) -> {
          Set<String> less = new LinkedHashSet<>(before);
          less.remove(module);
          return less.isEmpty() ? null : Set.copyOf(less);
        });
  }
}
