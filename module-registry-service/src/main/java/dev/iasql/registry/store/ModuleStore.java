package dev.iasql.registry.store;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleVersion;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The published versions. What changes them runs in a transaction of the caller's that has locked
 * the catalogue first, so that no two changes can contradict each other.
 */
@Singleton
public final class ModuleStore {

  /** The hash a version has, or had before it was withdrawn. */
  private record Known(String contentHash, boolean withdrawn) {}

  /** Keeps other changes away until the transaction ends. */
  public void lock(Session session) throws SQLException {
    var unused = session.lockCatalogue();
  }

  /**
   * Adds a version; one that is there already with the same content is left as it is. Call it with
   * the catalogue locked.
   *
   * @return whether it is there only since now
   * @throws ConflictException if the version was published with other content
   */
  public boolean publish(Session session, ModuleBundle bundle, Origin origin) throws SQLException {
    String hash = ContentHash.of(bundle);
    Optional<Known> known = known(session, bundle.id());
    if (known.isPresent() && !known.get().contentHash().equals(hash)) {
      throw otherContent(bundle.id(), known.get().withdrawn());
    }
    if (known.isPresent() && !known.get().withdrawn()) {
      adopt(session, bundle.id(), origin);
      return false;
    }
    session.update(
        "DELETE FROM module_withdrawal WHERE name = ? AND version = ?", key(bundle.id()));
    insert(session, bundle, origin, hash);
    return true;
  }

  /** Removes a version and remembers that there was one. Call it with the catalogue locked. */
  public void withdraw(Session session, ModuleId id) throws SQLException {
    session.update(
        """
        INSERT INTO module_withdrawal (name, version, content_hash, change)
        SELECT name, version, content_hash, ? FROM module_version WHERE name = ? AND version = ?
        """,
        session.nextChange(),
        id.name(),
        id.version().toString());
    session.update("DELETE FROM module_version WHERE name = ? AND version = ?", key(id));
  }

  /** What has changed since the given change; everything since -1. */
  public CatalogueChanges since(Session session, long change) throws SQLException {
    long now =
        session.query(row -> row.getLong(1), "SELECT change FROM catalogue_state").getFirst();
    if (now == change) {
      return new CatalogueChanges(now, List.of(), List.of());
    }
    List<ModuleId> withdrawn =
        session.query(
            row -> new ModuleId(row.getString(1), ModuleVersion.parse(row.getString(2))),
            "SELECT name, version FROM module_withdrawal WHERE change > ? AND change <= ?",
            change,
            now);
    List<PublishedVersion> published =
        session.query(
            BundleRows::version,
            "SELECT "
                + BundleRows.VERSION
                + " FROM module_version WHERE change > ? AND change <= ?",
            change,
            now);
    return new CatalogueChanges(now, published, withdrawn);
  }

  /** Documentation and sizes of a version. */
  public Optional<StoredText> text(Session session, ModuleId id) throws SQLException {
    return session
        .query(
            row -> new StoredText(row.getString(1), row.getInt(2), row.getInt(3)),
            """
            SELECT readme, octet_length(install_sql), octet_length(uninstall_sql)
            FROM module_version WHERE name = ? AND version = ?
            """,
            key(id))
        .stream()
        .findFirst();
  }

  /** The whole of a version. */
  public Optional<ModuleBundle> bundle(Session session, ModuleId id) throws SQLException {
    return session
        .query(
            BundleRows::bundle,
            "SELECT " + BundleRows.BUNDLE + " FROM module_version WHERE name = ? AND version = ?",
            key(id))
        .stream()
        .findFirst();
  }

  /**
   * Makes the missing fingerprint of a version an earlier release of this service has published.
   *
   * @return whether there was one to make
   */
  public boolean fingerprintOne(Session session) throws SQLException {
    Optional<ModuleBundle> bundle =
        session
            .query(
                BundleRows::bundle,
                "SELECT "
                    + BundleRows.BUNDLE
                    + " FROM module_version WHERE content_hash = '' LIMIT 1 FOR UPDATE")
            .stream()
            .findFirst();
    if (bundle.isPresent()) {
      session.update(
          "UPDATE module_version SET content_hash = ? WHERE name = ? AND version = ?",
          ContentHash.of(bundle.get()),
          bundle.get().manifest().name(),
          bundle.get().manifest().version());
    }
    return bundle.isPresent();
  }

  private static Optional<Known> known(Session session, ModuleId id) throws SQLException {
    return session
        .query(
            row -> new Known(row.getString(1), row.getBoolean(2)),
            """
            SELECT content_hash, false FROM module_version WHERE name = ? AND version = ?
            UNION ALL
            SELECT content_hash, true FROM module_withdrawal WHERE name = ? AND version = ?
            """,
            id.name(),
            id.version().toString(),
            id.name(),
            id.version().toString())
        .stream()
        .findFirst();
  }

  /** What somebody has published may come with a later release of the registry. */
  private static void adopt(Session session, ModuleId id, Origin origin) throws SQLException {
    if (origin == Origin.SHELF
        && session.update(
                "UPDATE module_version SET origin = 'shelf' WHERE name = ? AND version = ?"
                    + " AND origin <> 'shelf'",
                key(id))
            > 0) {
      session.update(
          "UPDATE module_version SET change = ? WHERE name = ? AND version = ?",
          session.nextChange(),
          id.name(),
          id.version().toString());
    }
  }

  private static void insert(Session session, ModuleBundle bundle, Origin origin, String hash)
      throws SQLException {
    ModuleManifest manifest = bundle.manifest();
    session.update(
        """
        INSERT INTO module_version (name, version, summary, manifest, kind, origin, install_sql,
          uninstall_sql, readme, migrations, content_hash, change)
        VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
        """,
        manifest.name(),
        manifest.version(),
        manifest.summary(),
        BundleRows.json(manifest),
        bundle.kind().code(),
        origin.code(),
        bundle.installSql(),
        bundle.uninstallSql(),
        bundle.readme(),
        BundleRows.json(bundle.migrations()),
        hash,
        session.nextChange());
  }

  private static Object[] key(ModuleId id) {
    return new Object[] {id.name(), id.version().toString()};
  }

  private static ConflictException otherContent(ModuleId id, boolean withdrawn) {
    return new ConflictException(
        ErrorCode.VERSION_EXISTS,
        "%s was published before with other content".formatted(id),
        "a published version never changes" + (withdrawn ? ", not even after it was deleted" : ""),
        "Give the changed module a new version.");
  }
}
