package dev.iasql.local.supervisor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a later command asks of the running supervisor, as one line of text: a verb and its words.
 *
 * @param verb what to do
 * @param words the part it is about and how, where the verb needs that
 */
public record Order(Verb verb, List<String> words) {

  /** Stands after the part in an order that is to end it without mercy. */
  public static final String BY_FORCE = "by-force";

  /** What can be asked for. */
  public enum Verb {
    /** Report the steps of the start until all is ready. */
    AWAIT,
    /** Report each part. */
    STATUS,
    /** Stop everything and end. */
    DOWN,
    START,
    STOP,
    RESTART
  }

  public static Order of(Verb verb, String... words) {
    return new Order(verb, List.of(words));
  }

  static Order parse(String line) {
    String[] words = line.strip().split(" ");
    return new Order(
        Verb.valueOf(words[0].toUpperCase(Locale.ROOT)),
        Arrays.asList(words).subList(1, words.length));
  }

  String line() {
    return words.isEmpty() ? verb.name() : verb.name() + " " + String.join(" ", words);
  }

  String part() {
    return words.getFirst();
  }

  boolean byForce() {
    return words.contains(BY_FORCE);
  }
}
