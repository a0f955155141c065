package dev.iasql.aws.ddl;

import dev.iasql.aws.model.SqlWords;
import java.util.Map;

/**
 * Something that hangs on a table: a constraint, an index or a trigger.
 *
 * @param name its own name
 * @param table the table it hangs on, in schema {@code public}
 * @param sql what makes it: a statement, or for a constraint a part of one
 */
record SqlObject(String name, String table, String sql) {
  /**
   * What PostgreSQL makes of it when columns of its table are renamed: it follows, but not in texts
   * such as the arguments of a trigger.
   */
  SqlObject withColumnsRenamed(Map<String, String> columns) {
    return new SqlObject(name, table, SqlWords.replaced(sql, columns));
  }
}
