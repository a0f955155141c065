package dev.iasql.sync.merge;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.spi.Scope;
import dev.iasql.sync.table.SqlTable;
import java.util.List;

/**
 * Rows of regions that are not read any more go from both schemas, so that nothing is left that
 * ages unseen; AWS keeps the resources. A row with a pending change, or one that others refer to,
 * stays. Answers how many went.
 */
final class ForgetDisabled {
  private final SqlTable table;
  private final ReferringRows referring;

  ForgetDisabled(SqlTable table, List<AwsTable<?>> installed) {
    this.table = table;
    this.referring = new ReferringRows(table, installed);
  }

  boolean applies() {
    return table.model().scope() == Scope.REGIONAL;
  }

  String sql() {
    return """
    WITH disabled AS (
      SELECT %1$s FROM %2$s c JOIN %3$s p ON %4$s
      WHERE (c.region, c.account_id) IN (
          SELECT r.region, r.account_id FROM cloud.aws_region r WHERE NOT r.is_enabled)
        AND NOT %5$s AND NOT (%6$s)),
    dropped AS (
      DELETE FROM %3$s p USING disabled c WHERE %4$s),
    gone AS (
      DELETE FROM %2$s d USING disabled c WHERE %7$s RETURNING true)
    SELECT count(*) FROM gone
    """
        .formatted(
            SqlTable.names("c", table.model().key()),
            table.seen(),
            table.wanted(),
            table.sameKey("p", "c"),
            SqlTable.differ("p", "c", table.model().wantedColumns()),
            referring.to("p"),
            table.sameKey("d", "c"));
  }
}
