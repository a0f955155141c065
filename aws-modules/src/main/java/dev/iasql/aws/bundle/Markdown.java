package dev.iasql.aws.bundle;

import java.util.List;

/** A Markdown text in the making. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();
  private boolean inList;

  void heading(int level, String title) {
    block("#".repeat(level) + " " + title);
  }

  void paragraph(String sentences) {
    block(sentences);
  }

  void item(String sentence) {
    if (!inList) {
      separate();
    }
    text.append("* ").append(sentence).append('\n');
    inList = true;
  }

  void sql(String statements) {
    fenced("sql", statements);
  }

  void fenced(String language, String content) {
    block("```" + language + "\n" + content + "\n```");
  }

  void table(List<String> head, List<List<String>> rows) {
    StringBuilder lines = new StringBuilder();
    lines.append(row(head)).append('\n').append("|---".repeat(head.size())).append('|');
    rows.forEach(cells -> lines.append('\n').append(row(cells)));
    block(lines.toString());
  }

  private static String row(List<String> cells) {
    List<String> escaped = cells.stream().map(cell -> cell.replace("|", "\\|")).toList();
    return "| " + String.join(" | ", escaped) + " |";
  }

  private void block(String content) {
    separate();
    text.append(content).append('\n');
    inList = false;
  }

  private void separate() {
    if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  String text() {
    return text.toString();
  }
}
