package dev.iasql.install.request.check;

import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a module's SQL may do to the objects of a database.
 *
 * @param declared the manifests whose objects it may touch
 * @param changes what it may do to them
 */
record Boundary(ModuleKind kind, List<ModuleManifest> declared, Set<SchemaChange.Kind> changes) {

  private static final String UNDECLARABLE = "";

  static Boundary ofInstall(ModuleKind kind, ModuleManifest manifest) {
    return new Boundary(kind, List.of(manifest), EnumSet.of(SchemaChange.Kind.CREATED));
  }

  static Boundary ofUninstall(ModuleKind kind, ModuleManifest manifest) {
    return new Boundary(kind, List.of(manifest), EnumSet.of(SchemaChange.Kind.DROPPED));
  }

  static Boundary ofMigration(ModuleKind kind, ModuleManifest from, ModuleManifest to) {
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
            .map(manifest -> promised(manifest.provides()))
            .anyMatch(names -> names.get(kindOf(object)).contains(object.name()));
  }

  /** What a manifest promises in schema {@code public} and is not among the objects. */
  static List<String> missing(ModuleManifest manifest, Collection<SchemaObject> objects) {
    Set<String> made =
        objects.stream()
            .filter(object -> "public".equals(object.schema()))
            .map(object -> kindOf(object) + " " + object.name())
            .collect(Collectors.toSet());
    return promised(manifest.provides()).entrySet().stream()
        .flatMap(kind -> kind.getValue().stream().map(name -> kind.getKey() + " " + name))
        .filter(promise -> !made.contains(promise))
        .toList();
  }

  private static Map<String, List<String>> promised(Provides provides) {
    Map<String, List<String>> promised = new LinkedHashMap<>();
    promised.put("table", provides.tables());
    promised.put("view", provides.views());
    promised.put("function", provides.functions());
    promised.put("type", provides.types());
    promised.put(UNDECLARABLE, List.of());
    return promised;
  }

  private static String kindOf(SchemaObject object) {
    return switch (object.type()) {
      case "table", "view", "function", "type" -> object.type();
      case "materialized view" -> "view";
      case "procedure", "aggregate" -> "function";
      default -> UNDECLARABLE;
    };
  }
}
