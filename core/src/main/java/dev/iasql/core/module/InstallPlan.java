package dev.iasql.core.module;

import java.util.List;

/** What an installation would do, in the order it would do it. */
public record InstallPlan(List<Step> steps) {

  /** What happens to one module. */
  public enum Action {
    INSTALL,
    /** The module is there already; listed because the caller named it. */
    KEEP
  }

  /**
   * @param reason {@code requested}, or {@code needed by …} naming who brings it along
   */
  public record Step(ModuleManifest manifest, Action action, String reason) {
    public ModuleId id() {
      return manifest.id();
    }
  }

  public List<Step> installs() {
    return steps.stream().filter(step -> step.action() == Action.INSTALL).toList();
  }
}
