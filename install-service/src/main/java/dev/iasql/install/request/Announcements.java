package dev.iasql.install.request;

import dev.iasql.core.event.InstallationChanged;
import dev.iasql.core.event.RequestAdvanced;
import dev.iasql.core.event.RequestWaiting;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Request;
import dev.iasql.core.request.RequestListener;
import dev.iasql.core.request.Work;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.install.event.Events;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the world, after the commit, how a stage ended and what it changed. */
@Singleton
public class Announcements implements RequestListener {
  private record Key(TenantName tenant, long request) {}

  private final Map<Key, InstallationChanged> prepared = new ConcurrentHashMap<>();
  private final Events events;

  Announcements(Events events) {
    this.events = events;
  }

  /** Keeps the news until the stage is committed; the stage's next attempt replaces it. */
  void prepare(Work work, InstallationChanged.Change change, Collection<ModuleManifest> modules) {
    String tenant = work.tenant().name().value();
    long request = work.request().id();
    prepared.put(
        new Key(work.tenant().name(), request),
        new InstallationChanged(
            tenant, request, change, modules.stream().map(b -> b.id().toString()).toList()));
  }

  @Override
  public void ended(Tenant tenant, Request request, Outcome outcome) {
    InstallationChanged change = prepared.remove(new Key(tenant.name(), request.id()));
    if (change != null && happened(change, outcome)) {
      events.publish(change);
    }
    if (outcome instanceof Outcome.Next next) {
      events.publish(
          new RequestWaiting(
              tenant.name().value(), request.id(), request.function(), next.stage()));
    }
    events.publish(RequestAdvanced.of(tenant.name(), request, outcome));
  }

  /** A stage that failed changed nothing, except for the one that answers a failure. */
  private static boolean happened(InstallationChanged change, Outcome outcome) {
    return change.change() == InstallationChanged.Change.UNDONE
        || !(outcome instanceof Outcome.Failed);
  }
}
