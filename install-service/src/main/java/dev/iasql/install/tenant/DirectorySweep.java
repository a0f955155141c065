package dev.iasql.install.tenant;

import dev.iasql.core.error.ExternalException;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks through the directory for what is not settled: all of it after a start, later what no event
 * told and what has to be tried again.
 */
@Singleton
public class DirectorySweep implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(DirectorySweep.class);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("directory-sweep").factory());
  private final TenantDirectory directory;
  private final TenantLifecycle lifecycle;
  private final TenantRounds rounds;
  private final TenantsConfiguration configuration;
  private volatile boolean answered;

  DirectorySweep(
      TenantDirectory directory,
      TenantLifecycle lifecycle,
      TenantRounds rounds,
      TenantsConfiguration configuration) {
    this.directory = directory;
    this.lifecycle = lifecycle;
    this.rounds = rounds;
    this.configuration = configuration;
  }

  /** Whether the directory answered the last time it was asked. */
  public boolean hasAnswered() {
    return answered;
  }

  public void start() {
    long pause = configuration.sweepInterval().toMillis();
    var unused = clock.scheduleWithFixedDelay(this::sweep, 0, pause, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    try {
      List<Tenant> entries = directory.list();
      Set<TenantName> gone = new HashSet<>();
      lifecycle.settledNames().forEach(gone::add);
      for (Tenant entry : entries) {
        gone.remove(entry.name());
        if (lifecycle.isNews(entry)) {
          rounds.check(entry.name());
        }
      }
      gone.forEach(rounds::check);
      answered = true;
    } catch (ExternalException e) {
      logOnce();
    } catch (RuntimeException e) {
      LOG.errorf(e, "the directory cannot be read");
      answered = false;
    }
  }

  private void logOnce() {
    if (answered) {
      LOG.warn("the directory does not answer, trying again");
    }
    answered = false;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
