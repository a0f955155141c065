package dev.iasql.aws.bundle;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The page that leads to all modules' pages. */
final class ModuleIndex {
  private final AwsModules modules;
  private final List<ModuleBundle> sqlModules;
  private final ModuleRelations relations;

  ModuleIndex(AwsModules modules, List<ModuleBundle> sqlModules, ModuleRelations relations) {
    this.modules = modules;
    this.sqlModules = sqlModules;
    this.relations = relations;
  }

  String text() {
    Markdown page = new Markdown();
    page.heading(1, "Modules");
    page.paragraph(
        "Installing a module brings along what it depends on. `SELECT * FROM iasql_modules_list();`"
            + " shows the modules of your installation, `iasql_install_plan` what would come along.");
    List<List<String>> rows = new ArrayList<>();
    modules.modules().forEach(module -> rows.add(row(module)));
    sqlModules.forEach(bundle -> rows.add(row(bundle.manifest())));
    page.table(List.of("Module", "Versions", "What for", "Depends on", "Tables"), rows);
    page.paragraph(
        "How they hang together: an arrow leads to what a module depends on, a dotted one to each"
            + " module it would be content with; a cross is between modules that exclude each"
            + " other, of which `iasql_swap` puts one in the place of the other.");
    page.fenced("mermaid", relations.wholePicture());
    page.paragraph(
        "In the tables of these pages *written by* says who decides a value: you, or AWS (such a"
            + " column cannot be changed in SQL). *A change* is carried out *in place* by"
            + " `iasql_commit()`; where it *replaces* the resource, delete the row and insert a new"
            + " one; *at once* means that the value concerns this database only. An id that begins"
            + " with `new-` stands for the one AWS assigns at commit.");
    return page.text();
  }

  private List<String> row(AwsModule module) {
    return List.of(
        link(module.name()),
        new ModuleHistory(modules, module, relations).links(),
        module.summary(),
        String.join(", ", new TreeSet<>(module.dependencies().keySet())),
        String.join(
            ", ",
            modules.tablesWith(module).tablesOf(Set.of(module.name())).stream()
                .map(AwsTable::name)
                .toList()));
  }

  private List<String> row(ModuleManifest module) {
    return List.of(
        link(module.name()),
        "[%s](%s)".formatted(module.version(), relations.page(module.name(), module.version())),
        module.summary(),
        String.join(", ", new TreeSet<>(module.dependencies().keySet())),
        String.join(", ", module.provides().tables()));
  }

  private static String link(String module) {
    return "[%1$s](%1$s.md)".formatted(module);
  }
}
