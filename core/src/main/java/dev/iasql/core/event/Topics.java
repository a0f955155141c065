package dev.iasql.core.event;

import java.util.List;

/** The Kafka topics. Their events are news; the truth is in Postgres. */
public final class Topics {
  /** Every published module version; key {@code name@version}; compacted. */
  public static final String MODULES = "iasql.modules";

  /** Tenant databases wanted, ready, failed, deleted; key tenant; compacted. */
  public static final String DATABASES = "iasql.databases";

  /** A request waits for a worker; key tenant. */
  public static final String REQUESTS = "iasql.requests";

  /** Modules were installed in or removed from a tenant database; key tenant. */
  public static final String INSTALLATIONS = "iasql.installations";

  /** A stage of a request ended; key tenant. */
  public static final String RESULTS = "iasql.results";

  public static final List<String> ALL =
      List.of(MODULES, DATABASES, REQUESTS, INSTALLATIONS, RESULTS);

  private Topics() {}
}
