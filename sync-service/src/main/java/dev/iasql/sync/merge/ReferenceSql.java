package dev.iasql.sync.merge;

import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.ColumnModel.Reference;
import dev.iasql.core.sql.Identifiers;
import dev.iasql.sync.table.SqlTable;

/** The condition under which a row refers to another, as its foreign key says it. */
final class ReferenceSql {
  private ReferenceSql() {}

  static String matches(Reference reference, ColumnModel column, String from, String to) {
    String own =
        "%s = %s"
            .formatted(
                to + "." + Identifiers.quote(reference.column()), SqlTable.name(from, column));
    String account = "%2$s.account_id = %1$s.account_id".formatted(from, to);
    String region = "%2$s.region = %1$s.region".formatted(from, to);
    return switch (reference.scope()) {
      case ACCOUNT -> own;
      case GLOBAL -> own + " AND " + account;
      case REGIONAL -> own + " AND " + region + " AND " + account;
    };
  }
}
