package dev.iasql.core.request;

import dev.iasql.core.tenant.TenantName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Runs one tenant's work serially and different tenants' concurrently. Hints that arrive while a
 * tenant is being worked for are folded into one more round.
 */
public final class TenantWork implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TenantWork.class);

  private enum Round {
    RUNNING,
    RUNNING_AND_WANTED
  }

  private final Map<TenantName, Round> rounds = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Consumer<TenantName> work;

  /**
   * @param work does everything that waits for the tenant; may throw, then the next hint tries
   *     again
   */
  public TenantWork(Consumer<TenantName> work) {
    this.work = work;
  }

  /** Says that there may be work; returns at once. */
  public void hint(TenantName tenant) {
    Round round =
        rounds.merge(tenant, Round.RUNNING, (running, ignored) -> Round.RUNNING_AND_WANTED);
    if (round == Round.RUNNING) {
      threads.execute(() -> rounds(tenant));
    }
  }

  private void rounds(TenantName tenant) {
    boolean again = true;
    while (again) {
      try {
        work.accept(tenant);
      } catch (RuntimeException e) {
        LOG.warnf(e, "work failed, the next hint tries again tenant=%s", tenant);
      }
      again =
          rounds.computeIfPresent(
                  tenant, (name, round) -> round == Round.RUNNING_AND_WANTED ? Round.RUNNING : null)
              != null;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
