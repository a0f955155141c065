package dev.iasql.sync.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The tables of every AWS module this service was built with. */
@ApplicationScoped
public class AwsTablesProducer {

  @Produces
  @Singleton
  AwsTables tables() {
    return new AwsTables(List.of());
  }
}
