package dev.iasql.sync.request;

import dev.iasql.core.request.RequestWorker;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.tenant.TenantDatabases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Makes the worker out of the stages that are there. */
@ApplicationScoped
public class RequestWorkerProducer {
  private static final String NAME = "sync-service " + ProcessHandle.current().pid();

  @Produces
  @Singleton
  RequestWorker worker(
      @Any Instance<SyncStage> stages, TenantDatabases databases, RequestNews news) {
    Map<Stage, StageHandler> handlers = new EnumMap<>(Stage.class);
    for (SyncStage stage : stages) {
      StageHandler other = handlers.put(stage.stage(), stage);
      if (other != null) {
        throw new IllegalStateException("two beans do the stage " + stage.stage());
      }
    }
    return new RequestWorker(handlers, databases, news, NAME);
  }
}
