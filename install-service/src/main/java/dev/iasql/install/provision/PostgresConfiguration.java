package dev.iasql.install.provision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The PostgreSQL server that holds the tenant databases. */
@ConfigMapping(prefix = "iasql.postgres")
public interface PostgresConfiguration {
  /** Its host, as services and the server itself reach it. */
  String host();

  /** Its TCP port. */
  @WithDefault("5432")
  int port();

  /** The database an administrator connects to when none is meant in particular. */
  @WithDefault("postgres")
  String maintenanceDatabase();

  /** Who may make databases and roles. */
  Admin admin();

  /** An administrator's login. */
  interface Admin {
    /** A superuser's name. */
    String username();

    /** Its password. */
    String password();
  }
}
