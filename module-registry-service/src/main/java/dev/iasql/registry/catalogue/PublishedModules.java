package dev.iasql.registry.catalogue;

import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.registry.store.CatalogueChanges;
import dev.iasql.registry.store.ModuleStore;
import dev.iasql.registry.store.PublishedVersion;
import dev.iasql.registry.store.RegistryDatabase;
import dev.iasql.registry.store.Session;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All published versions in memory, without their SQL: questions about modules are answered without
 * the database. Every replica of the registry keeps one and catches up with what others change.
 */
@Singleton
public final class PublishedModules {
  private static final long NOTHING_YET = -1;

  private final RegistryDatabase database;
  private final ModuleStore store;
  private final ModuleCatalogue catalogue = new ModuleCatalogue();
  private final Map<ModuleId, PublishedVersion> versions = new ConcurrentHashMap<>();
  private final Names names = new Names();
  private volatile long change = NOTHING_YET;

  PublishedModules(RegistryDatabase database, ModuleStore store) {
    this.database = database;
    this.store = store;
  }

  /**
   * The manifests of all published versions.
   *
   * @throws dev.iasql.core.error.ExternalException if they were never read from the database
   */
  public ModuleCatalogue catalogue() {
    if (change == NOTHING_YET) {
      throw RegistryDatabase.unavailable(null);
    }
    return catalogue;
  }

  /** What is known of a version of the catalogue; empty if it was withdrawn meanwhile. */
  public Optional<PublishedVersion> find(ModuleId id) {
    return Optional.ofNullable(versions.get(id));
  }

  public Collection<PublishedVersion> all() {
    return versions.values();
  }

  /** Takes in what has changed in the database since the last time. */
  public void catchUp() {
    database.transaction(
        session -> {
          catchUp(session);
          return null;
        });
  }

  /** The same in a transaction that may hold the catalogue locked. */
  public synchronized void catchUp(Session session) throws SQLException {
    CatalogueChanges changes = store.since(session, change);
    changes.withdrawn().forEach(this::remove);
    changes.published().forEach(this::add);
    change = changes.change();
  }

  private void add(PublishedVersion version) {
    ModuleManifest manifest = names.sharing(version.manifest());
    versions.put(
        version.id(),
        new PublishedVersion(
            manifest,
            version.kind(),
            version.origin(),
            version.contentHash(),
            version.publishedAt()));
    catalogue.add(manifest);
  }

  private void remove(ModuleId id) {
    catalogue.remove(id);
    versions.remove(id);
  }
}
