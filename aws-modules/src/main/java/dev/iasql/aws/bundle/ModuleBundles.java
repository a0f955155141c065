package dev.iasql.aws.bundle;

import dev.iasql.aws.ddl.ModuleDdl;
import dev.iasql.aws.ddl.ModuleMigration;
import dev.iasql.aws.ddl.ObjectNames;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.AwsModule.SqlFunction;
import dev.iasql.core.module.Conflicts;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The bundles of AWS modules, as the registry publishes them. */
public final class ModuleBundles {
  private final AwsModules modules;

  public ModuleBundles(AwsModules modules) {
    this.modules = modules;
  }

  /**
   * One bundle for each version of each module, in the modules' order, older versions first.
   *
   * @throws IllegalArgumentException if modules that can be installed together would make two
   *     objects of one name
   */
  public List<ModuleBundle> all() {
    List<ModuleBundle> bundles = new ArrayList<>();
    List<ObjectNames> taken = new ArrayList<>();
    for (AwsModule module : modules.versions()) {
      ObjectNames names = new ObjectNames();
      ModuleBundle bundle = bundle(module, names);
      for (int i = 0; i < bundles.size(); i++) {
        if (canBeTogether(bundles.get(i).manifest(), bundle.manifest())) {
          names.refuseSame(taken.get(i));
        }
      }
      bundles.add(bundle);
      taken.add(names);
    }
    return bundles;
  }

  /** The bundle of one version of a module. */
  public ModuleBundle of(AwsModule module) {
    return bundle(module, new ObjectNames());
  }

  private static boolean canBeTogether(ModuleManifest one, ModuleManifest other) {
    return !one.name().equals(other.name()) && Conflicts.between(one, other).isEmpty();
  }

  private ModuleBundle bundle(AwsModule module, ObjectNames names) {
    List<AwsTable<?>> tables = tables(module);
    ModuleDdl ddl = new ModuleDdl(module, tables, names);
    return new ModuleBundle(
        manifest(module, tables),
        ModuleKind.AWS,
        Origin.inSql(ddl.install()),
        Origin.inSql(ddl.uninstall()),
        Origin.inMarkdown(new Readme(module, tables).text()),
        migrations(module));
  }

  private List<AwsTable<?>> tables(AwsModule module) {
    return modules.tablesWith(module).tablesOf(Set.of(module.name()));
  }

  private Map<String, String> migrations(AwsModule module) {
    return migration(module)
        .map(migration -> Map.of(module.earlierVersions().getLast(), Origin.inSql(migration.sql())))
        .orElse(Map.of());
  }

  /** From the version before, if there is one. */
  Optional<ModuleMigration> migration(AwsModule module) {
    if (module.earlierVersions().isEmpty()) {
      return Optional.empty();
    }
    AwsModule before = module.versions().get(module.earlierVersions().size() - 1);
    return Optional.of(new ModuleMigration(tables(before), tables(module)));
  }

  private static ModuleManifest manifest(AwsModule module, List<AwsTable<?>> tables) {
    List<String> earlier = module.earlierVersions();
    return new ModuleManifest(
        module.name(),
        module.version(),
        module.summary(),
        module.dependencies(),
        new Provides(
            tables.stream().map(AwsTable::name).toList(),
            null,
            module.functions().stream().map(SqlFunction::name).toList(),
            null,
            module.capabilities()),
        resourceTypes(tables),
        earlier.isEmpty() ? List.of() : List.of(earlier.getLast()));
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
