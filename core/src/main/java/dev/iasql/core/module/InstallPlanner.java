package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.module.InstallPlan.Action;
import dev.iasql.core.module.InstallPlan.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out what comes along when modules are asked for, and why; pure, so the registry's {@code
 * resolve}, {@code iasql_install_plan} and the installation itself give the same answer.
 */
public final class InstallPlanner {
  private final ModuleCatalogue catalogue;

  public InstallPlanner(ModuleCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param installed the manifests in the tenant database now; their versions stay
   * @param requested what the user asks for
   * @throws dev.iasql.core.error.UserException for an unknown module or version
   * @throws ConflictException if versions clash or modules fight over a name or a resource
   */
  public InstallPlan plan(Collection<ModuleManifest> installed, Collection<ModuleRef> requested) {
    Map<String, ModuleManifest> present = new TreeMap<>();
    installed.forEach(manifest -> present.put(manifest.name(), manifest));
    Map<String, ModuleManifest> chosen =
        new VersionResolver(catalogue, present).resolve(new LinkedHashSet<>(requested));
    Conflicts.refuse(chosen.values());
    Set<String> asked = new LinkedHashSet<>();
    requested.forEach(ref -> asked.add(ref.name()));
    return new InstallPlan(steps(present, asked, chosen));
  }

  private static List<Step> steps(
      Map<String, ModuleManifest> present, Set<String> asked, Map<String, ModuleManifest> chosen) {
    Map<String, Set<String>> neededBy = new TreeMap<>();
    chosen
        .values()
        .forEach(
            manifest ->
                manifest
                    .dependencies()
                    .keySet()
                    .forEach(
                        name ->
                            neededBy
                                .computeIfAbsent(name, key -> new TreeSet<>())
                                .add(manifest.name())));
    List<Step> steps = new ArrayList<>();
    for (ModuleManifest manifest : DependencyOrder.dependenciesFirst(chosen.values())) {
      String name = manifest.name();
      boolean kept = present.containsKey(name);
      if (!kept) {
        steps.add(new Step(manifest, Action.INSTALL, reason(name, asked, neededBy)));
      } else if (asked.contains(name)) {
        steps.add(new Step(manifest, Action.KEEP, "already installed"));
      }
    }
    return steps;
  }

  private static String reason(String name, Set<String> asked, Map<String, Set<String>> neededBy) {
    return asked.contains(name)
        ? "requested"
        : "needed by " + String.join(", ", neededBy.getOrDefault(name, Set.of()));
  }
}
