package dev.iasql.registry.store;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleVersion;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/**
 * What a Kafka topic has yet to be told. The rows given out stay locked until the transaction ends,
 * so a version cannot be withdrawn between the reading of its bundle and the arrival of its
 * announcement, which would bring it back for all who listen.
 */
@Singleton
public final class Announcements {
  /** Few, because a bundle may have megabytes. */
  private static final int AT_ONCE = 8;

  private static final String UNTOLD = " WHERE announced_to < ? OR announced_to > ?";

  /** Some versions the topic does not have; none if it has them all. */
  public List<ModuleBundle> bundles(Session session, String topic) throws SQLException {
    return session.query(
        BundleRows::bundle,
        "SELECT "
            + BundleRows.BUNDLE
            + " FROM module_version"
            + UNTOLD
            + " LIMIT ? FOR UPDATE SKIP LOCKED",
        topic,
        topic,
        AT_ONCE);
  }

  /** Some withdrawals the topic does not know of; none if it knows them all. */
  public List<ModuleId> withdrawals(Session session, String topic) throws SQLException {
    return session.query(
        row -> new ModuleId(row.getString(1), ModuleVersion.parse(row.getString(2))),
        "SELECT name, version FROM module_withdrawal" + UNTOLD + " LIMIT ? FOR UPDATE SKIP LOCKED",
        topic,
        topic,
        AT_ONCE);
  }

  public void published(Session session, List<ModuleBundle> bundles, String topic)
      throws SQLException {
    for (ModuleBundle bundle : bundles) {
      told(session, "module_version", bundle.id(), topic);
    }
  }

  public void withdrawn(Session session, List<ModuleId> ids, String topic) throws SQLException {
    for (ModuleId id : ids) {
      told(session, "module_withdrawal", id, topic);
    }
  }

  private static void told(Session session, String table, ModuleId id, String topic)
      throws SQLException {
    session.update(
        "UPDATE " + table + " SET announced_to = ? WHERE name = ? AND version = ?",
        topic,
        id.name(),
        id.version().toString());
  }
}
