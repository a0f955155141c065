package dev.iasql.sync.request;

import dev.iasql.core.request.Stage;
import dev.iasql.core.request.StageHandler;

/** A stage this service does. Every bean of this type is given to the worker. */
public interface SyncStage extends StageHandler {
  /** Which one; no two beans may name the same. */
  Stage stage();
}
