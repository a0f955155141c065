package dev.iasql.aws.bundle;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.spi.AwsModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The page that leads to all modules' pages. */
final class ModuleIndex {
  private final AwsModules modules;

  ModuleIndex(AwsModules modules) {
    this.modules = modules;
  }

  String text() {
    Markdown page = new Markdown();
    page.heading(1, "Modules");
    page.paragraph(
        "Installing a module brings along what it depends on. `SELECT * FROM iasql_modules_list();`"
            + " shows the modules of your installation, `iasql_install_plan` what would come along.");
    List<List<String>> rows = new ArrayList<>();
    for (AwsModule module : modules.modules()) {
      rows.add(
          List.of(
              "[%s](%s.md)".formatted(module.name(), module.name()),
              module.version(),
              module.summary(),
              String.join(", ", new TreeSet<>(module.dependencies().keySet())),
              String.join(
                  ", ",
                  modules.tablesWith(module).tablesOf(Set.of(module.name())).stream()
                      .map(AwsTable::name)
                      .toList())));
    }
    page.table(List.of("Module", "Version", "What for", "Depends on", "Tables"), rows);
    page.paragraph(
        "In the tables of these pages *written by* says who decides a value: you, or AWS (such a"
            + " column cannot be changed in SQL). *A change* is carried out *in place* by"
            + " `iasql_commit()`; where it *replaces* the resource, delete the row and insert a new"
            + " one; *at once* means that the value concerns this database only. An id that begins"
            + " with `new-` stands for the one AWS assigns at commit.");
    return page.text();
  }
}
