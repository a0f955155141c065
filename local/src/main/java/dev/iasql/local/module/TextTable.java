package dev.iasql.local.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows in columns as wide as what is in them. */
public final class TextTable {
  private static final String GAP = "  ";

  private TextTable() {}

  /**
   * The head and the rows, a line each.
   *
   * @param rows each by the names of its columns; the columns are those of all rows
   */
  public static List<String> of(Collection<Map<String, String>> rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    List<StringBuilder> lines = new ArrayList<>();
    lines.add(new StringBuilder());
    rows.forEach(_ -> lines.add(new StringBuilder()));
    for (String column : columns) {
      List<String> cells = new ArrayList<>(List.of(column.toUpperCase(java.util.Locale.ROOT)));
      rows.forEach(row -> cells.add(row.getOrDefault(column, "").replaceAll("\\s+", " ")));
      int width = cells.stream().mapToInt(String::length).max().orElse(0);
      for (int i = 0; i < cells.size(); i++) {
        String cell = cells.get(i);
        lines.get(i).append(cell).append(" ".repeat(width - cell.length())).append(GAP);
      }
    }
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }
}
