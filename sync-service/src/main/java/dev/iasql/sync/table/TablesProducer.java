package dev.iasql.sync.table;

import dev.iasql.aws.modules.AwsModules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The tables of every AWS module this service was built with. */
@ApplicationScoped
public class TablesProducer {

  @Produces
  @Singleton
  InstalledTables installedTables() {
    return new InstalledTables(AwsModules.all());
  }
}
