package dev.iasql.gateway.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the check of modules. */
@ConfigMapping(prefix = "iasql.check")
public interface CheckConfiguration {
  /** How long a check may take once its database is there. */
  @WithDefault("2m")
  Duration limit();

  /** How many checks run at once; each has a database of its own. */
  @WithDefault("2")
  int atOnce();

  /** From which age on a check's database is one that was left over. */
  @WithDefault("10m")
  Duration leftoverAge();

  /** How often to look for databases that were left over. */
  @WithDefault("5m")
  Duration sweepInterval();
}
