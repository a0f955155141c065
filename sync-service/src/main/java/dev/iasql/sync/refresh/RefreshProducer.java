package dev.iasql.sync.refresh;

import dev.iasql.sync.account.Accounts;
import dev.iasql.sync.table.InstalledTables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what reads AWS out of its parts. */
@ApplicationScoped
public class RefreshProducer {

  @Produces
  @Singleton
  Refresh refresh(
      InstalledTables installedTables, Accounts accounts, RefreshConfiguration configuration) {
    return new Refresh(installedTables, accounts, configuration);
  }
}
