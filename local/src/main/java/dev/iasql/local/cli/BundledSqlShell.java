package dev.iasql.local.cli;

import java.util.ArrayList;
import java.util.List;
import sqlline.SqlLine;

/** The SQL shell for those who have no psql, in a process of its own. */
final class BundledSqlShell {
  /** Where the password is: on a command line everybody could read it. */
  static final String PASSWORD = "IASQL_SHELL_PASSWORD";

  /** Without a terminal sqlline takes the width for 0 and shows nothing. */
  private static final int PIPE_WIDTH = 10_000;

  private static final String PSQL_COMMAND = "-c";
  private static final String SQLLINE_COMMAND = "-e";

  private BundledSqlShell() {}

  /**
   * Takes the JDBC address, the role, and sqlline's own arguments; understands psql's -c as well.
   */
  public static void main(String[] arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of("-u", arguments[0], "-n", arguments[1]));
    words.addAll(List.of("-p", System.getenv().getOrDefault(PASSWORD, "")));
    words.addAll(List.of("--silent=true", "--isolation=TRANSACTION_READ_COMMITTED"));
    if (System.console() == null) {
      System.setProperty("org.jline.terminal.dumb", "true");
      words.add("--maxWidth=" + PIPE_WIDTH);
    }
    for (String argument : List.of(arguments).subList(2, arguments.length)) {
      words.add(argument.equals(PSQL_COMMAND) ? SQLLINE_COMMAND : argument);
    }
    SqlLine.main(words.toArray(String[]::new));
  }
}
