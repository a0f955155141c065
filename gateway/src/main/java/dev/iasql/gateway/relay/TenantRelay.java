package dev.iasql.gateway.relay;

import dev.iasql.core.tenant.Tenant;
import dev.iasql.gateway.relay.Announcer.Cause;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Relays for one tenant: hears of requests in its database and announces them, as long as it is not
 * stopped. It survives every loss of the database.
 */
final class TenantRelay {
  private static final Logger LOG = Logger.getLogger(TenantRelay.class);

  private final Tenant tenant;
  private final RelayConfiguration configuration;
  private final Announcer announcer;
  private final Thread thread;
  private volatile boolean listening;
  private volatile boolean stopped;
  private Duration pause;

  private TenantRelay(Tenant tenant, RelayConfiguration configuration, Announcer announcer) {
    this.tenant = tenant;
    this.configuration = configuration;
    this.announcer = announcer;
    this.pause = configuration.firstRetryPause();
    this.thread = Thread.ofVirtual().name("relay-" + tenant.name()).unstarted(this::run);
  }

  static TenantRelay start(Tenant tenant, RelayConfiguration configuration, Announcer announcer) {
    TenantRelay relay = new TenantRelay(tenant, configuration, announcer);
    relay.thread.start();
    return relay;
  }

  Tenant tenant() {
    return tenant;
  }

  /**
   * Whether this replica relays for the tenant now; if not, another does or the database is away.
   */
  boolean isListening() {
    return listening;
  }

  /** Whether the tenant is still where this relay looks for it. */
  boolean fits(Tenant now) {
    return now.jdbcUrl().equals(tenant.jdbcUrl())
        && now.secrets().engine().equals(tenant.secrets().engine());
  }

  /** Ends the relay; the interrupt also ends a read from the socket, and so the session. */
  void stop() {
    stopped = true;
    thread.interrupt();
  }

  void awaitEnd(Duration limit) throws InterruptedException {
    thread.join(limit);
  }

  private void run() {
    try {
      while (!stopped) {
        try (RelaySession session = RelaySession.open(tenant)) {
          serve(session);
        } catch (SQLException | RuntimeException e) {
          recover(e);
        }
      }
    } catch (InterruptedException e) {
      LOG.debugf("relay interrupted tenant=%s", tenant.name());
    } finally {
      listening = false;
      LOG.infof("relay stopped tenant=%s", tenant.name());
    }
  }

  private void serve(RelaySession session) throws SQLException, InterruptedException {
    while (!session.tryLock()) {
      Thread.sleep(configuration.lockInterval());
    }
    session.listen();
    UnfinishedRequests requests = new UnfinishedRequests(tenant.name(), session.connection());
    announcer.announce(requests.waitingFor(Duration.ZERO), Cause.FOUND);
    listening = true;
    pause = configuration.firstRetryPause();
    LOG.infof("relay listens tenant=%s", tenant.name());
    relay(session, requests);
  }

  private void relay(RelaySession session, UnfinishedRequests requests) throws SQLException {
    Duration interval = configuration.sweepInterval();
    long nextSweep = System.nanoTime() + interval.toNanos();
    while (!stopped) {
      Duration untilSweep = Duration.ofNanos(nextSweep - System.nanoTime());
      List<Long> written = session.awaitRequests(untilSweep);
      if (!written.isEmpty()) {
        announcer.announce(requests.queued(written), Cause.NOTIFIED);
      }
      if (System.nanoTime() - nextSweep >= 0) {
        announcer.announce(requests.waitingFor(interval), Cause.SWEPT);
        nextSweep = System.nanoTime() + interval.toNanos();
      }
    }
  }

  private void recover(Exception e) throws InterruptedException {
    if (stopped) {
      return;
    }
    boolean lost = listening;
    listening = false;
    LOG.logf(
        lost ? Logger.Level.WARN : Logger.Level.DEBUG,
        "relay without its database, trying again tenant=%s problem=%s",
        tenant.name(),
        e.getMessage());
    Thread.sleep(pause);
    Duration doubled = pause.multipliedBy(2);
    Duration longest = configuration.longestRetryPause();
    pause = doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
