package dev.iasql.install.request.check;

import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a module's SQL may do to the objects of a database.
 *
 * @param declared the manifests whose objects it may touch
 * @param changes what it may do to them
 */
public record Boundary(
    ModuleKind kind, List<ModuleManifest> declared, Set<SchemaChange.Kind> changes) {

  public static Boundary ofInstall(ModuleKind kind, ModuleManifest manifest) {
    return new Boundary(kind, List.of(manifest), EnumSet.of(SchemaChange.Kind.CREATED));
  }

  public static Boundary ofUninstall(ModuleKind kind, ModuleManifest manifest) {
    return new Boundary(kind, List.of(manifest), EnumSet.of(SchemaChange.Kind.DROPPED));
  }

  public static Boundary ofMigration(ModuleKind kind, ModuleManifest from, ModuleManifest to) {
    return new Boundary(kind, List.of(from, to), EnumSet.allOf(SchemaChange.Kind.class));
  }

  boolean permits(SchemaChange change) {
    if (change.kind() == SchemaChange.Kind.CHANGED && kind == ModuleKind.AWS) {
      return true; // a table that goes with another hangs a trigger on it
    }
    return changes.contains(change.kind()) && isDeclared(change.object());
  }

  private boolean isDeclared(SchemaObject object) {
    boolean inPlace =
        "public".equals(object.schema())
            || kind == ModuleKind.AWS && "cloud".equals(object.schema());
    return inPlace
        && object.name() != null
        && declared.stream()
            .anyMatch(manifest -> names(manifest.provides(), object).contains(object.name()));
  }

  private static List<String> names(Provides provides, SchemaObject object) {
    return switch (object.type()) {
      case "table" -> provides.tables();
      case "view", "materialized view" -> provides.views();
      case "function", "procedure", "aggregate" -> provides.functions();
      case "type" -> provides.types();
      default -> List.of();
    };
  }
}
