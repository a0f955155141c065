package dev.iasql.registry.catalogue;

import dev.iasql.core.error.IasqlException;
import dev.iasql.registry.RegistryConfiguration;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Keeps the modules in memory up to date with what other replicas publish and withdraw. */
@Singleton
public final class CatalogueFollower {
  private static final Logger LOG = Logger.getLogger(CatalogueFollower.class);

  private final PublishedModules modules;
  private final Duration interval;
  private final Thread thread = Thread.ofVirtual().name("catalogue").unstarted(this::follow);
  private boolean answered = true;

  CatalogueFollower(PublishedModules modules, RegistryConfiguration configuration) {
    this.modules = modules;
    this.interval = configuration.catalogueInterval();
  }

  /** Begins to follow; the modules were read for the first time before. */
  public void start() {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    thread.interrupt();
  }

  private void follow() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(interval);
        catchUp();
      }
    } catch (InterruptedException e) {
      LOG.debug("catalogue no longer followed, the service stops");
    }
  }

  private void catchUp() {
    try {
      modules.catchUp();
      answered = true;
    } catch (IasqlException e) {
      if (answered) {
        LOG.warnf("catalogue not read, trying again problem=%s", e.getMessage());
      }
      answered = false;
    } catch (RuntimeException e) {
      LOG.error("catalogue not read, trying again", e);
    }
  }
}
