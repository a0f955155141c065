package dev.iasql.install.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How modules are put into tenant databases. */
@ConfigMapping(prefix = "iasql.install")
public interface InstallConfiguration {
  /** How long to wait for a lock that another session holds before saying who holds it. */
  @WithDefault("10s")
  Duration lockTimeout();

  /** How long one script of a module may run. */
  @WithDefault("60s")
  Duration scriptTimeout();
}
