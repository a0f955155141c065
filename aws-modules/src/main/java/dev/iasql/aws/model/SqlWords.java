package dev.iasql.aws.model;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of SQL, such as names of columns; what stands in string literals is none. */
public final class SqlWords {
  private static final Pattern LITERAL_OR_WORD = Pattern.compile("'(?:[^']|'')*'|\\w+");

  private SqlWords() {}

  /** Whether one of the words occurs. */
  static boolean occur(Collection<String> words, String sql) {
    return LITERAL_OR_WORD.matcher(sql).results().anyMatch(token -> words.contains(token.group()));
  }

  /** The same with other words, by those they stand for. */
  public static String replaced(String sql, Map<String, String> words) {
    return LITERAL_OR_WORD
        .matcher(sql)
        .replaceAll(
            token -> Matcher.quoteReplacement(words.getOrDefault(token.group(), token.group())));
  }
}
