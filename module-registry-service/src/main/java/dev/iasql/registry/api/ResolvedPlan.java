package dev.iasql.registry.api;

import dev.iasql.core.module.InstallPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an installation would do, in order; the same as {@code iasql_install_plan} answers. */
public record ResolvedPlan(List<Step> steps) {

  /**
   * @param order 1 for what comes first
   * @param action {@code install} or {@code keep}
   * @param reason {@code requested}, {@code already installed} or {@code needed by …}
   */
  public record Step(
      int order, String name, String version, String action, String reason, List<String> tables) {}

  static ResolvedPlan of(InstallPlan plan) {
    List<Step> steps = new ArrayList<>();
    for (InstallPlan.Step step : plan.steps()) {
      steps.add(
          new Step(
              steps.size() + 1,
              step.id().name(),
              step.id().version().toString(),
              step.action().name().toLowerCase(Locale.ROOT),
              step.reason(),
              step.manifest().provides().tables()));
    }
    return new ResolvedPlan(steps);
  }
}
