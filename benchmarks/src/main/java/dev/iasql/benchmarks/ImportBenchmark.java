package dev.iasql.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Wall time of an installation over wall time of only listing the same resources. */
final class ImportBenchmark {
  private static final String WRITES =
      "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_user_tables"
          + " WHERE schemaname IN ('public', 'cloud')";

  private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(12);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Settings settings;
  private final AwsClients clients;

  ImportBenchmark(Settings settings, AwsClients clients) {
    this.settings = settings;
    this.clients = clients;
  }

  void run(int groupsPerRegion) throws Exception {
    new Fixture(settings, clients).ensure(groupsPerRegion);
    PlainListing plain = new PlainListing(clients, settings.regions());
    plain.run();
    try (Tenant tenant = new Tenant(settings, "bench_import_" + groupsPerRegion);
        MemoryProbe memory = new MemoryProbe()) {
      tenant.time("SELECT * FROM iasql_install('aws_account')");
      tenant.readOnly(settings.regions());
      double listing = listingSeconds(plain);
      double install = tenant.time("SELECT * FROM iasql_install('aws_security_group')") / 1e9;
      long rows = tenant.number("SELECT count(*) FROM security_group_rule");
      System.out.printf(
          "import   %,6d groups x %d regions: install %6.2f s / listing %6.2f s = %.2f (aim <= 1.3); %,d rules; sync-service peak %d MiB%n",
          groupsPerRegion,
          settings.regions().size(),
          install,
          listing,
          install / listing,
          rows,
          memory.peakMib());
      refresh(tenant, plain);
    }
  }

  private void refresh(Tenant tenant, PlainListing plain) throws Exception {
    long before = settledWrites(tenant);
    double listing = listingSeconds(plain);
    double refresh = tenant.time("SELECT * FROM iasql_refresh()") / 1e9;
    System.out.printf(
        "refresh  nothing changed: refresh %6.2f s / listing %6.2f s = %.2f (aim <= 1.3); rows written to module tables: %d (aim 0)%n",
        refresh, listing, refresh / listing, settledWrites(tenant) - before);
  }

  /**
   * Other sessions tell what they have written up to ten seconds later, so it has to stand still.
   */
  private static long settledWrites(Tenant tenant) throws Exception {
    long writes = tenant.number(WRITES);
    long since = System.nanoTime();
    while (System.nanoTime() - since < SETTLED_NANOS) {
      LockSupport.parkNanos(POLL_NANOS);
      tenant.time("SELECT pg_stat_clear_snapshot()");
      long now = tenant.number(WRITES);
      if (now != writes) {
        writes = now;
        since = System.nanoTime();
      }
    }
    return writes;
  }

  private static double listingSeconds(PlainListing plain) throws Exception {
    long begin = System.nanoTime();
    plain.run();
    return (System.nanoTime() - begin) / 1e9;
  }
}
