package dev.iasql.aws.bundle;

import dev.iasql.core.module.Conflict;
import dev.iasql.core.module.MermaidGraph;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleGraph;
import dev.iasql.core.module.ModuleManifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How modules get along: what one needs, what it can be to others, and which it excludes. */
final class ModuleRelations {
  private final ModuleCatalogue catalogue = new ModuleCatalogue();

  /**
   * @param manifests of all modules and versions that have pages
   */
  ModuleRelations(Collection<ModuleManifest> manifests) {
    manifests.forEach(catalogue::add);
  }

  /** The page of a version; that of the newest has the module's name alone. */
  String page(String name, String version) {
    return catalogue.newest(name).orElseThrow().version().equals(version)
        ? name + ".md"
        : "%s-%s.md".formatted(name, version);
  }

  /** The part of a module's page that is about other modules. */
  void write(ModuleManifest module, Markdown page) {
    page.heading(2, "Other modules");
    needs(module, page);
    capabilities(module, page);
    picture(module, page);
    conflicts(module, page);
  }

  private void needs(ModuleManifest module, Markdown page) {
    if (module.dependencies().isEmpty()) {
      page.paragraph("It depends on no other module.");
      return;
    }
    List<String> needs = new ArrayList<>();
    new TreeMap<>(module.dependencies()).forEach((name, range) -> needs.add(need(name, range)));
    page.paragraph("Depends on " + String.join(", ", needs) + ".");
  }

  private String need(String name, String range) {
    List<String> providers = catalogue.providersOf(name);
    return providers.equals(List.of(name))
        ? "%s `%s`".formatted(link(name), range)
        : "`%s` `%s`, which is %s"
            .formatted(
                name,
                range,
                String.join(" or ", providers.stream().map(ModuleRelations::link).toList()));
  }

  private void capabilities(ModuleManifest module, Markdown page) {
    List<String> capabilities = module.provides().capabilities();
    if (!capabilities.isEmpty()) {
      page.paragraph(
          "Provides %s: modules that depend on that are content with this one."
              .formatted(Wording.code(capabilities)));
    }
  }

  private void picture(ModuleManifest module, Markdown page) {
    Map<String, ModuleManifest> shown = new LinkedHashMap<>();
    collect(module, shown);
    for (Conflict conflict : catalogue.conflictsOf(module)) {
      catalogue.newest(conflict.other()).ifPresent(other -> shown.putIfAbsent(other.name(), other));
    }
    if (shown.size() > 1) {
      page.fenced("mermaid", MermaidGraph.of(ModuleGraph.of(shown.values())).strip());
    }
  }

  private void collect(ModuleManifest module, Map<String, ModuleManifest> found) {
    if (found.putIfAbsent(module.name(), module) == null) {
      for (String need : new TreeMap<>(module.dependencies()).keySet()) {
        catalogue
            .providersOf(need)
            .forEach(name -> catalogue.newest(name).ifPresent(other -> collect(other, found)));
      }
    }
  }

  private void conflicts(ModuleManifest module, Markdown page) {
    for (Conflict conflict : catalogue.conflictsOf(module)) {
      page.paragraph(
          "Cannot be installed beside %s: both claim %s. To have it instead:"
              .formatted(link(conflict.other()), String.join(", ", conflict.over())));
      page.sql("SELECT * FROM iasql_swap('%s', '%s');".formatted(module.name(), conflict.other()));
    }
  }

  /** All modules in one picture. */
  String wholePicture() {
    List<ModuleManifest> newest =
        catalogue.names().stream()
            .sorted()
            .map(name -> catalogue.newest(name).orElseThrow())
            .toList();
    return MermaidGraph.of(ModuleGraph.of(newest)).strip();
  }

  private static String link(String module) {
    return "[%1$s](%1$s.md)".formatted(module);
  }
}
