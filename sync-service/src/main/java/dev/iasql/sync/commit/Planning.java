package dev.iasql.sync.commit;

import static java.util.stream.Collectors.toSet;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.core.error.Fault;
import dev.iasql.core.request.Work;
import dev.iasql.sync.account.Accounts;
import dev.iasql.sync.account.TenantAws;
import dev.iasql.sync.plan.Change;
import dev.iasql.sync.plan.Conflicts;
import dev.iasql.sync.plan.Differences;
import dev.iasql.sync.plan.PlanContext;
import dev.iasql.sync.plan.Planner;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.plan.TableGraph;
import dev.iasql.sync.refresh.Refresh;
import dev.iasql.sync.table.InstalledTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans what is pending, on what AWS has at the moment: preview and commit see the same. */
@ApplicationScoped
class Planning {
  private final InstalledTables installedTables;
  private final Accounts accounts;
  private final Refresh refresh;

  Planning(InstalledTables installedTables, Accounts accounts, Refresh refresh) {
    this.installedTables = installedTables;
    this.accounts = accounts;
    this.refresh = refresh;
  }

  /** Commits on the work's connection and leaves nothing uncommitted. */
  Pending plan(Work work) throws SQLException {
    Connection connection = work.connection();
    List<AwsTable<?>> tables = installedTables.read(connection).readable();
    TableGraph graph = TableGraph.of(tables);
    List<Change> changes = Differences.read(connection, graph.parentsFirst());
    if (!changes.isEmpty()) {
      RefreshScope touched = RefreshScope.of(changes);
      refresh.run(work, touched.tables(), Optional.of(touched.places()));
      connection.commit();
    }
    TenantSql sql = new TenantSql(connection);
    Map<RowKey, Fault> leftOvers = new LeftOvers(sql, graph, work.request().id()).settle();
    List<Change> present =
        Conflicts.mark(changes, Differences.read(connection, graph.parentsFirst()));
    new RowFailures(sql, work.request().id()).keepOnly(present);
    TenantAws aws = accounts.open(connection);
    PlanContext context =
        new PlanContext(writable(tables), Reachable.read(aws, connection)::objection, leftOvers);
    connection.commit();
    return new Pending(new Planner(graph).plan(present, context), tables, graph, aws);
  }

  private static Set<String> writable(List<AwsTable<?>> tables) {
    return tables.stream().filter(AwsTable::isManaged).map(AwsTable::name).collect(toSet());
  }
}
