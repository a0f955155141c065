package dev.iasql.install.tenant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tenant databases are kept as the directory wants them. */
@ConfigMapping(prefix = "iasql.tenants")
public interface TenantsConfiguration {
  /** How often the directory is looked through for what no event told. */
  @WithDefault("3s")
  Duration sweepInterval();

  /** Pause after the first failure to make or remove a tenant; each further one doubles it. */
  @WithDefault("2s")
  Duration firstRetryPause();

  /** Longest pause between two attempts. */
  @WithDefault("2m")
  Duration longestRetryPause();
}
