package dev.iasql.registry.publish;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.DependencyRules;
import dev.iasql.core.module.Dependents;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.registry.catalogue.PublishedModules;
import dev.iasql.registry.catalogue.Unknown;
import dev.iasql.registry.store.ModuleStore;
import dev.iasql.registry.store.Origin;
import dev.iasql.registry.store.PublishedVersion;
import dev.iasql.registry.store.RegistryDatabase;
import dev.iasql.registry.store.Session;
import dev.iasql.registry.store.UsageStore;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Publishes and withdraws what people bring. */
@Singleton
public final class Publisher {
  private final RegistryDatabase database;
  private final ModuleStore store;
  private final UsageStore usage;
  private final PublishedModules modules;
  private final Announcer announcer;

  Publisher(
      RegistryDatabase database,
      ModuleStore store,
      UsageStore usage,
      PublishedModules modules,
      Announcer announcer) {
    this.database = database;
    this.store = store;
    this.usage = usage;
    this.modules = modules;
    this.announcer = announcer;
  }

  /**
   * Publishes a version, or finds that it is published already with the same content.
   *
   * @return whether it is published only since now
   * @throws UserException if what it depends on is missing or leads back to it
   * @throws ConflictException if the version was published with other content
   */
  public boolean publish(ModuleBundle bundle) {
    boolean added =
        database.transaction(
            session -> {
              ModuleCatalogue catalogue = locked(session);
              new DependencyRules(catalogue).check(bundle.manifest());
              return store.publish(session, bundle, Origin.API);
            });
    if (added) {
      spread();
    }
    return added;
  }

  /**
   * Deletes a version nobody uses.
   *
   * @throws UserException if there is no such version
   * @throws ConflictException if databases use it, published modules need it, or it ships with the
   *     registry
   */
  public void withdraw(ModuleId id) {
    database.transaction(
        session -> {
          ModuleCatalogue catalogue = locked(session);
          PublishedVersion version =
              modules
                  .find(id)
                  .orElseThrow(
                      () -> Unknown.version(catalogue, id.name(), id.version().toString()));
          refuseShipped(version);
          refuseUsed(id, usage.count(session, id));
          refuseNeeded(id, new Dependents(catalogue).restingOn(version.manifest()));
          store.withdraw(session, id);
          return null;
        });
    spread();
  }

  private ModuleCatalogue locked(Session session) throws SQLException {
    store.lock(session);
    modules.catchUp(session);
    return modules.catalogue();
  }

  private void spread() {
    modules.catchUp();
    announcer.announce();
  }

  private static void refuseShipped(PublishedVersion version) {
    if (version.origin() == Origin.SHELF) {
      throw inUse(
          version.id(),
          "it ships with the registry, which would publish it again when it starts",
          "Only versions that somebody published can be deleted.");
    }
  }

  private static void refuseUsed(ModuleId id, int databases) {
    if (databases > 0) {
      throw inUse(
          id,
          databases == 1 ? "1 database uses it" : "%d databases use it".formatted(databases),
          "Uninstall or upgrade the module there first.");
    }
  }

  private static void refuseNeeded(ModuleId id, List<ModuleId> dependents) {
    if (!dependents.isEmpty()) {
      throw inUse(
          id,
          "no other version meets the dependency of "
              + String.join(", ", dependents.stream().map(ModuleId::toString).toList()),
          "Delete these first, or publish another version that they work with.");
    }
  }

  private static ConflictException inUse(ModuleId id, String detail, String hint) {
    return new ConflictException(
        ErrorCode.VERSION_IN_USE, "%s cannot be deleted".formatted(id), detail, hint);
  }
}
