package dev.iasql.core.module;

import dev.iasql.core.module.InstallPlan.Action;
import dev.iasql.core.module.InstallPlan.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @throws dev.iasql.core.error.ConflictException if versions clash or modules fight over a name
   *     or a resource
   */
  public InstallPlan plan(Collection<ModuleManifest> installed, Collection<ModuleRef> requested) {
    return plan(installed, requested, Set.of());
  }

  /**
   * @param barred modules that must not come along
   */
  InstallPlan plan(
      Collection<ModuleManifest> installed, Collection<ModuleRef> requested, Set<String> barred) {
    Map<String, Candidate> chosen =
        new VersionResolver(catalogue, installed, barred).resolve(requested);
    Set<String> asked = new LinkedHashSet<>();
    requested.forEach(ref -> asked.add(ref.name()));
    Set<String> present = new LinkedHashSet<>();
    installed.forEach(manifest -> present.add(manifest.name()));
    return new InstallPlan(steps(present, asked, Providers.among(chosen.values())));
  }

  private static List<Step> steps(Set<String> present, Set<String> asked, Providers providers) {
    List<Step> steps = new ArrayList<>();
    for (Candidate candidate : DependencyOrder.dependenciesFirst(providers)) {
      String name = candidate.name();
      boolean kept = present.contains(name);
      if (!kept) {
        String reason = asked.contains(name) ? "requested" : neededBy(candidate, providers);
        steps.add(new Step(candidate.manifest(), Action.INSTALL, reason));
      } else if (asked.contains(name)) {
        steps.add(new Step(candidate.manifest(), Action.KEEP, "already installed"));
      }
    }
    return steps;
  }

  private static String neededBy(Candidate candidate, Providers providers) {
    Set<String> dependents = new TreeSet<>();
    providers.dependentsOf(candidate).forEach(dependent -> dependents.add(dependent.name()));
    return "needed by " + String.join(", ", dependents);
  }
}
