package dev.iasql.aws.bundle;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.modules.AwsTables;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.AwsModule.SqlFunction;
import dev.iasql.core.module.ModuleManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The reference page of a module. */
final class ModulePage {
  private final AwsModule module;
  private final ModuleManifest manifest;
  private final ModuleRelations relations;
  private final ModuleHistory history;
  private final AwsTables together;
  private final List<AwsTable<?>> tables;
  private final Markdown page = new Markdown();

  ModulePage(AwsModule module, AwsModules all, ModuleManifest manifest, ModuleRelations relations) {
    this.module = module;
    this.manifest = manifest;
    this.relations = relations;
    this.history = new ModuleHistory(all, module, relations);
    this.together = all.tablesWith(module);
    this.tables = together.tablesOf(Set.of(module.name()));
  }

  String text() {
    page.heading(1, module.name());
    page.paragraph(
        "%s Version %s.".formatted(Wording.sentence(module.summary()), module.version()));
    page.sql(history.installStatement());
    resourceTypes();
    overview();
    relations.write(manifest, page);
    history.write(page);
    tables.forEach(this::section);
    functions();
    return page.text();
  }

  private void resourceTypes() {
    if (!manifest.manages().isEmpty()) {
      page.paragraph("Manages %s.".formatted(Wording.code(manifest.manages())));
    }
  }

  private void overview() {
    page.heading(2, "Tables");
    List<List<String>> rows = new ArrayList<>();
    for (AwsTable<?> table : tables) {
      rows.add(
          List.of(
              "[%s](#%s)".formatted(table.name(), table.name()),
              table.model().comment(),
              table.isManaged() ? "yes" : localOnly(table)));
    }
    page.table(List.of("Table", "A row is", "Writable"), rows);
    picture();
  }

  private static String localOnly(AwsTable<?> table) {
    List<String> open =
        table.model().localColumns().stream().map(c -> "`%s`".formatted(c.name())).toList();
    return open.isEmpty() ? "no" : "only " + String.join(", ", open);
  }

  private void picture() {
    List<String> arrows = new ArrayList<>();
    for (AwsTable<?> table : tables) {
      table
          .model()
          .referencedTables()
          .forEach(target -> arrows.add("  %s --> %s".formatted(table.name(), target)));
    }
    if (!arrows.isEmpty()) {
      page.paragraph("What refers to what:");
      page.fenced("mermaid", "flowchart LR\n" + String.join("\n", arrows));
    }
  }

  private void section(AwsTable<?> table) {
    page.heading(2, table.name());
    List<String> facts = new ArrayList<>(List.of(table.model().comment()));
    if (!table.model().resourceTypes().isEmpty()) {
      facts.add("In CloudFormation: %s.".formatted(Wording.code(table.model().resourceTypes())));
    }
    if (!table.isManaged()) {
      facts.add(Wording.readOnly(table.model()));
    }
    page.paragraph(String.join(" ", facts));
    page.table(
        List.of("Column", "Type", "Written by", "A change", "Default", "What it is"),
        table.model().columns().stream().map(column -> row(table, column)).toList());
    page.sql(new ExampleQuery(table.model()).sql());
    if (!table.model().example().isEmpty()) {
      page.sql(table.model().example());
    }
  }

  private List<String> row(AwsTable<?> table, ColumnModel column) {
    return List.of(
        "`%s`".formatted(column.name()) + (column.isKey() ? " (key)" : ""),
        column.type(),
        Wording.writtenBy(table, column),
        Wording.change(table, column),
        column.defaultSql() == null || !writable(table, column)
            ? ""
            : "`%s`".formatted(column.defaultSql().replaceFirst("^public\\.", "")),
        meaning(table, column));
  }

  private static boolean writable(AwsTable<?> table, ColumnModel column) {
    return (table.isManaged() || column.isLocal()) && !column.isComputed();
  }

  private String meaning(AwsTable<?> table, ColumnModel column) {
    StringBuilder meaning = new StringBuilder(column.comment());
    if (column.required() && column.role() != ColumnModel.Role.SCOPE && table.isManaged()) {
      meaning.append(" Required.");
    }
    column
        .reference()
        .ifPresent(
            reference ->
                meaning
                    .append(reference.partOf() ? " Part of " : " Refers to ")
                    .append(link(reference.table()))
                    .append('.'));
    return meaning.toString();
  }

  private String link(String table) {
    String home = together.table(table).map(target -> target.module().name()).orElse(module.name());
    String page = home.equals(module.name()) ? "" : home + ".md";
    return "[%s](%s#%s)".formatted(table, page, table);
  }

  private void functions() {
    if (module.functions().isEmpty()) {
      return;
    }
    page.heading(2, "Functions");
    for (SqlFunction function : module.functions()) {
      page.item(Wording.function(function));
    }
    page.sql(String.join("\n", module.functions().stream().map(SqlFunction::example).toList()));
  }
}
