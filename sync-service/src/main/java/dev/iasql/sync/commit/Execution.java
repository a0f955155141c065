package dev.iasql.sync.commit;

import dev.iasql.core.Json;
import dev.iasql.core.request.Work;
import dev.iasql.sync.plan.Plan;
import dev.iasql.sync.plan.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Carries out a plan, step by step; a step that fails stops those that need it and no others. */
final class Execution {
  private static final Logger LOG = Logger.getLogger(Execution.class);

  private final Work work;
  private final StepRunner runner;
  private final Map<Integer, StepOutcome> outcomes = new HashMap<>();

  Execution(Work work, StepRunner runner) {
    this.work = work;
    this.runner = runner;
  }

  /** What became of every step, in order. */
  List<CommitRow> run(Plan plan) throws SQLException {
    List<CommitRow> rows = new ArrayList<>();
    for (Step step : plan.steps()) {
      showProgress(step, plan.steps().size());
      Optional<Step> missing =
          step.needs().stream()
              .map(needed -> plan.steps().get(needed - 1))
              .filter(needed -> !(outcomes.get(needed.number()) instanceof StepOutcome.Done))
              .findFirst();
      StepOutcome outcome = missing.isPresent() ? skipped(missing.get()) : runner.run(step);
      outcomes.put(step.number(), outcome);
      rows.add(row(step, outcome));
      log(step, outcome);
    }
    return rows;
  }

  private static StepOutcome skipped(Step missing) {
    return new StepOutcome.Skipped(
        "waits for %s, whose %s did not succeed"
            .formatted(missing.change().key(), missing.change().action()));
  }

  private static CommitRow row(Step step, StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Done done -> CommitRow.of(step.change(), done.id(), "done", null);
      case StepOutcome.Failed failed ->
          CommitRow.of(step.change(), failed.id(), "failed", CommitRow.text(failed.fault()));
      case StepOutcome.Skipped skipped ->
          CommitRow.of(step.change(), step.change().key().id(), "skipped", skipped.reason());
    };
  }

  private void showProgress(Step step, int of) {
    work.progress(
        Json.MAPPER
            .createObjectNode()
            .put("step", step.number())
            .put("of", of)
            .put("action", step.change().action())
            .put("table", step.change().table().name())
            .put("id", step.change().key().id()));
  }

  private void log(Step step, StepOutcome outcome) {
    LOG.infof(
        "step ended tenant=%s request=%d step=%d action=%s table=%s outcome=%s",
        work.tenant().name(),
        work.request().id(),
        step.number(),
        step.change().action(),
        step.change().table().name(),
        outcome.getClass().getSimpleName());
  }
}
