package dev.iasql.benchmarks;

/** Wall time of an installation over wall time of only listing the same resources. */
final class ImportBenchmark {
  private static final String WRITES =
      "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_user_tables"
          + " WHERE schemaname IN ('public', 'cloud')";

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
    tenant.time("SELECT pg_stat_force_next_flush()");
    long before = tenant.number(WRITES);
    double listing = listingSeconds(plain);
    double refresh = tenant.time("SELECT * FROM iasql_refresh()") / 1e9;
    tenant.time("SELECT pg_stat_clear_snapshot()");
    System.out.printf(
        "refresh  nothing changed: refresh %6.2f s / listing %6.2f s = %.2f (aim <= 1.3); rows written to module tables: %d (aim 0)%n",
        refresh, listing, refresh / listing, tenant.number(WRITES) - before);
  }

  private static double listingSeconds(PlainListing plain) throws Exception {
    long begin = System.nanoTime();
    plain.run();
    return (System.nanoTime() - begin) / 1e9;
  }
}
