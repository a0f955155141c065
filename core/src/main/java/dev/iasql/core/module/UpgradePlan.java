package dev.iasql.core.module;

import java.util.List;

/** What an upgrade would do, dependencies first. */
public record UpgradePlan(List<Step> steps) {

  /**
   * What happens to one module.
   *
   * @param from the installed version
   * @param to the version to move to; the same if the module stays as it is
   * @param path the versions passed through, each by one migration, ending in {@code to}; empty if
   *     the module stays
   * @param reason {@code requested}, {@code needed by …}, or why the module stays
   */
  public record Step(ModuleManifest from, ModuleManifest to, List<ModuleId> path, String reason) {
    public boolean moves() {
      return !path.isEmpty();
    }
  }

  public List<Step> moves() {
    return steps.stream().filter(Step::moves).toList();
  }
}
