package dev.iasql.sync.commit;

import dev.iasql.core.error.Fault;

/** How one step of a commit ended. */
sealed interface StepOutcome {
  /**
   * AWS did it and both schemas show it.
   *
   * @param id the row's id now
   */
  record Done(String id) implements StepOutcome {}

  /**
   * AWS refused it, or did it and the database cannot show it.
   *
   * @param id the id AWS knows, if there is one
   */
  record Failed(String id, Fault fault) implements StepOutcome {}

  /** It was not tried. */
  record Skipped(String reason) implements StepOutcome {}
}
