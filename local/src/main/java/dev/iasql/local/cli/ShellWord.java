package dev.iasql.local.cli;

/** A text as one word of a shell. */
final class ShellWord {
  private ShellWord() {}

  static String of(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
