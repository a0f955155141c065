package dev.iasql.aws.bundle;

import dev.iasql.aws.ddl.ModuleDdl;
import dev.iasql.aws.ddl.ObjectNames;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.AwsModule.SqlFunction;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bundles of AWS modules, as the registry publishes them. */
public final class ModuleBundles {
  private final AwsModules modules;

  public ModuleBundles(AwsModules modules) {
    this.modules = modules;
  }

  /** One bundle for each module, in the modules' order. */
  public List<ModuleBundle> all() {
    // One set of names for all: tables of every module share the schema.
    ObjectNames names = new ObjectNames();
    return modules.modules().stream().map(module -> bundle(module, names)).toList();
  }

  private ModuleBundle bundle(AwsModule module, ObjectNames names) {
    List<AwsTable<?>> tables = modules.tablesOf(Set.of(module.name()));
    ModuleDdl ddl = new ModuleDdl(module, tables, names);
    return new ModuleBundle(
        manifest(module, tables),
        ModuleKind.AWS,
        Origin.inSql(ddl.install()),
        Origin.inSql(ddl.uninstall()),
        Origin.inMarkdown(new Readme(module, tables).text()),
        Map.of());
  }

  private static ModuleManifest manifest(AwsModule module, List<AwsTable<?>> tables) {
    return new ModuleManifest(
        module.name(),
        module.version(),
        module.summary(),
        module.dependencies(),
        Provides.tables(
            tables.stream().map(AwsTable::name).toList(),
            module.functions().stream().map(SqlFunction::name).toList()),
        resourceTypes(tables),
        List.of());
  }

  /** Without repetition: two tables may show two kinds of one resource type. */
  static List<String> resourceTypes(List<AwsTable<?>> tables) {
    return tables.stream()
        .flatMap(table -> table.model().resourceTypes().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
