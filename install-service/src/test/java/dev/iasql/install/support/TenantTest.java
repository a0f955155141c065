package dev.iasql.install.support;

import dev.iasql.core.tenant.Tenant;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.postgresql.util.ServerErrorMessage;

/** A test that has a database of its own, and the rest of the system around it. */
public abstract class TenantTest {
  @Inject protected Tenants tenants;
  @Inject protected Broker broker;

  protected Tenant tenant;
  protected Connection user;
  protected Pipeline pipeline;

  @BeforeEach
  void makeDatabase(TestInfo test) throws SQLException {
    broker.publishModules();
    tenant = tenants.ready(databaseName(test));
    user = tenants.asUser(tenant);
    Sql.run(user, "SET statement_timeout = '30s'");
    pipeline = new Pipeline(tenant, tenants.rounds());
  }

  @AfterEach
  void endSessions() throws SQLException {
    pipeline.close();
    user.close();
    if (isFresh()) {
      tenants.delete(tenant.name().value());
    }
  }

  /** Whether each test has a database of its own. */
  protected boolean isFresh() {
    return true;
  }

  private String databaseName(TestInfo test) {
    if (!isFresh()) {
      return "shared";
    }
    String name =
        "t%x_%s"
            .formatted(
                System.nanoTime(),
                test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT));
    return name.length() <= 40 ? name : name.substring(0, 40);
  }

  /** Ends the default pipeline and starts another. */
  protected void use(Pipeline other) {
    pipeline.close();
    pipeline = other;
  }

  protected void run(String sql) throws SQLException {
    Sql.run(user, sql);
  }

  protected List<String> rows(String sql) throws SQLException {
    return Sql.rows(user, sql);
  }

  protected String one(String sql) throws SQLException {
    return Sql.one(user, sql);
  }

  protected ServerErrorMessage refusal(String sql) {
    return Sql.refusal(user, sql);
  }
}
