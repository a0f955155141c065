package dev.iasql.registry.publish;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.Fault;
import dev.iasql.core.error.IasqlException;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.DependencyRules;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.bundle.BundleFolder;
import dev.iasql.registry.bundle.Shelf;
import dev.iasql.registry.catalogue.PublishedModules;
import dev.iasql.registry.store.ModuleStore;
import dev.iasql.registry.store.Origin;
import dev.iasql.registry.store.RegistryDatabase;
import dev.iasql.registry.store.Session;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Puts the bundles from the shelf into the registry. */
@Singleton
public final class Publication {
  private static final Logger LOG = Logger.getLogger(Publication.class);

  private final Shelf shelf;
  private final RegistryDatabase database;
  private final ModuleStore store;
  private final PublishedModules modules;

  Publication(Shelf shelf, RegistryDatabase database, ModuleStore store, PublishedModules modules) {
    this.shelf = shelf;
    this.database = database;
    this.store = store;
    this.modules = modules;
  }

  /**
   * Publishes every bundle that follows the rules; repeating it changes nothing.
   *
   * @return what was refused and why, by bundle
   */
  public Map<String, String> publishAll() {
    Map<String, String> refused = new TreeMap<>();
    List<ModuleBundle> bundles = new ArrayList<>();
    shelf.open(folder -> read(folder, bundles, refused));
    List<ModuleBundle> news = bundles.stream().filter(bundle -> !isOnTheShelf(bundle)).toList();
    if (!news.isEmpty()) {
      database.transaction(
          session -> {
            publish(session, news, refused);
            return null;
          });
      modules.catchUp();
    }
    LOG.infof(
        "bundles published found=%d new=%d refused=%d",
        bundles.size(), news.size(), refused.size());
    return refused;
  }

  /** At most starts there is nothing to do, for which thousands of modules need not be copied. */
  private boolean isOnTheShelf(ModuleBundle bundle) {
    return modules
        .find(bundle.id())
        .filter(version -> version.origin() == Origin.SHELF && version.isOf(bundle))
        .isPresent();
  }

  private void publish(Session session, List<ModuleBundle> bundles, Map<String, String> refused)
      throws SQLException {
    store.lock(session);
    modules.catchUp(session);
    ModuleCatalogue together = new ModuleCatalogue();
    modules.all().forEach(version -> together.add(version.manifest()));
    bundles.forEach(bundle -> together.add(bundle.manifest()));
    DependencyRules rules = new DependencyRules(together);
    for (ModuleBundle bundle : bundles) {
      try {
        rules.check(bundle.manifest());
        var unused = store.publish(session, bundle, Origin.SHELF);
      } catch (UserException | ConflictException e) {
        refuse(bundle.id().toString(), e, refused);
      }
    }
  }

  private static void read(
      BundleFolder folder, List<ModuleBundle> bundles, Map<String, String> refused) {
    for (Path version : folder.versions()) {
      try {
        bundles.add(folder.read(version));
      } catch (UserException e) {
        refuse(version.toString(), e, refused);
      }
    }
  }

  private static void refuse(String bundle, IasqlException e, Map<String, String> refused) {
    Fault fault = e.fault();
    String reason = "%s: %s. %s".formatted(fault.message(), fault.detail(), fault.hint());
    LOG.errorf("bundle refused bundle=%s reason=%s", bundle, reason);
    refused.put(bundle, reason);
  }
}
