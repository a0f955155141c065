package dev.iasql.local.supervisor;

import dev.iasql.local.process.ServerProcess;
import java.time.Instant;

/** What a part is doing. */
sealed interface PartState {

  /** One word for the status table. */
  String word();

  /** Nobody wants it to run. */
  record Stopped() implements PartState {
    @Override
    public String word() {
      return "stopped";
    }
  }

  /** It waits for the parts it needs, is prepared, or runs and is not ready yet. */
  record Starting() implements PartState {
    @Override
    public String word() {
      return "starting";
    }
  }

  /**
   * It does its work.
   *
   * @param since when it became ready
   */
  record Ready(ServerProcess process, Instant since) implements PartState {
    @Override
    public String word() {
      return "ready";
    }
  }

  /**
   * It ended or did not start; it is started again after a while unless the whole start has failed.
   *
   * @param cause what happened, for the user
   */
  record Failed(String cause) implements PartState {
    @Override
    public String word() {
      return "failed";
    }
  }
}
