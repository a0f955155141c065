package dev.iasql.local.supervisor;

/** One line of the supervisor's answer to an order. */
sealed interface Reply {
  char NEW_LINE = '\n';

  /** Stands for the end of a line within a text: nothing else that we say holds a form feed. */
  char CARRIED = '\f';

  /** What is happening, for the user. */
  record Report(String text) implements Reply {}

  /** The order is carried out. */
  record Done() implements Reply {}

  /** The order cannot be carried out. */
  record Refused(String why) implements Reply {}

  /** Texts of several lines travel as one. */
  default String line() {
    return switch (this) {
      case Report report -> "." + report.text().replace(NEW_LINE, CARRIED);
      case Done _ -> "+";
      case Refused refused -> "-" + refused.why().replace(NEW_LINE, CARRIED);
    };
  }

  static Reply parse(String line) {
    String text = line.substring(1).replace(CARRIED, NEW_LINE);
    return switch (line.charAt(0)) {
      case '.' -> new Report(text);
      case '+' -> new Done();
      default -> new Refused(text);
    };
  }
}
