package dev.iasql.sync.request;

import dev.iasql.core.error.IasqlException;
import dev.iasql.core.event.DatabaseChanged;
import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.InstallationChanged;
import dev.iasql.core.event.RequestWaiting;
import dev.iasql.core.request.Stage;
import dev.iasql.core.tenant.TenantName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Listens to news that may mean work, and returns at once. */
@ApplicationScoped
public class RequestHints {
  private static final Logger LOG = Logger.getLogger(RequestHints.class);

  private final TenantWorkers workers;

  RequestHints(TenantWorkers workers) {
    this.workers = workers;
  }

  @Incoming("requests")
  void requestWaits(String json) {
    EventCodec.read(json, RequestWaiting.class)
        .filter(event -> event.stage() != null && event.stage().service() == Stage.Service.SYNC)
        .ifPresent(event -> hint(event.tenant()));
  }

  @Incoming("installations")
  void installationChanged(String json) {
    EventCodec.read(json, InstallationChanged.class)
        .filter(event -> event.change() == InstallationChanged.Change.CREATED)
        .ifPresent(event -> hint(event.tenant()));
  }

  @Incoming("databases")
  void databaseChanged(String json) {
    EventCodec.read(json, DatabaseChanged.class)
        .filter(event -> event.change() != null)
        .ifPresent(this::databaseChanged);
  }

  private void databaseChanged(DatabaseChanged event) {
    switch (event.change()) {
      case READY -> named(event.tenant(), workers::databaseReady);
      case DELETING, DELETED -> named(event.tenant(), workers::databaseGone);
      case REQUESTED, FAILED -> LOG.tracef("not ours yet tenant=%s", event.tenant());
    }
  }

  private void hint(String tenant) {
    named(tenant, workers::hint);
  }

  private static void named(String tenant, Consumer<TenantName> action) {
    try {
      action.accept(new TenantName(tenant));
    } catch (IasqlException e) {
      LOG.warnf("event skipped, it names no database tenant=%s", tenant);
    }
  }
}
