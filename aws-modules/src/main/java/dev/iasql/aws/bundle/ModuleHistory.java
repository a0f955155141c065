package dev.iasql.aws.bundle;

import dev.iasql.aws.ddl.ModuleMigration;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.spi.AwsModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed from version to version of a module, and how to get there. */
final class ModuleHistory {
  private final AwsModules all;
  private final ModuleRelations relations;
  private final AwsModule module;
  private final List<AwsModule> versions;

  ModuleHistory(AwsModules all, AwsModule module, ModuleRelations relations) {
    this.all = all;
    this.relations = relations;
    this.module = module;
    this.versions = all.versions().stream().filter(v -> v.name().equals(module.name())).toList();
  }

  /** Links to the pages of all versions, newest first. */
  String links() {
    return String.join(
        ", ",
        versions.reversed().stream()
            .map(version -> "[%s](%s)".formatted(version.version(), page(version)))
            .toList());
  }

  /** How to install this very version. */
  String installStatement() {
    boolean newest = module.equals(versions.getLast());
    String version = newest ? "" : "@" + module.version();
    return "SELECT * FROM iasql_install('%s%s');".formatted(module.name(), version);
  }

  void write(Markdown page) {
    if (versions.size() == 1) {
      return;
    }
    page.heading(2, "Versions");
    List<List<String>> rows = new ArrayList<>();
    for (AwsModule version : versions.reversed()) {
      rows.add(
          List.of(
              "[%s](%s)".formatted(version.version(), page(version)),
              changes(version).orElse("First version.")));
    }
    page.table(List.of("Version", "What changed"), rows);
    page.paragraph(
        "Upgrading keeps rows, changes that are not committed, views, foreign keys and grants:");
    page.sql("SELECT * FROM iasql_upgrade('%s');".formatted(module.name()));
  }

  private String page(AwsModule version) {
    return relations.page(version.name(), version.version());
  }

  private Optional<String> changes(AwsModule version) {
    return new ModuleBundles(all)
        .migration(version)
        .map(ModuleMigration::changes)
        .map(changes -> String.join(" ", changes));
  }
}
