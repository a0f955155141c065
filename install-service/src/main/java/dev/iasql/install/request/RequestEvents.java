package dev.iasql.install.request;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.RequestWaiting;
import dev.iasql.core.request.Stage;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.install.tenant.TenantRounds;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears that requests wait. What waits stands in the database; the event only says where to look.
 */
@Singleton
public class RequestEvents {
  private final TenantRounds rounds;

  RequestEvents(TenantRounds rounds) {
    this.rounds = rounds;
  }

  @Incoming("requests")
  void waiting(String json) {
    EventCodec.read(json, RequestWaiting.class)
        .filter(event -> event.stage().service() == Stage.Service.INSTALL)
        .ifPresent(event -> rounds.hint(new TenantName(event.tenant())));
  }
}
