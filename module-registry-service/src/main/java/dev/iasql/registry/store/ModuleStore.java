package dev.iasql.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.iasql.core.Json;
import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Table {@code module_version}. Call it on a virtual thread: it waits for the database. */
@Singleton
public final class ModuleStore {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String SELECT =
      "SELECT manifest::text AS manifest, install_sql, uninstall_sql, readme, content_hash,"
          + " published_at FROM module_version";

  private final Pool pool;

  ModuleStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * Adds a version; one that is there already with the same content is left as it is.
   *
   * @throws ConflictException if the version was published with other content
   */
  public void publish(ModuleBundle bundle) {
    String hash = ContentHash.of(bundle);
    ModuleManifest manifest = bundle.manifest();
    List<Object> row =
        List.of(
            manifest.name(),
            manifest.version(),
            manifest.summary(),
            write(manifest),
            bundle.installSql(),
            bundle.uninstallSql(),
            bundle.readme(),
            hash);
    query(
        """
        INSERT INTO module_version
          (name, version, summary, manifest, install_sql, uninstall_sql, readme, content_hash)
        VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8) ON CONFLICT DO NOTHING
        """,
        row);
    String published =
        query(
                "SELECT content_hash FROM module_version WHERE name = $1 AND version = $2",
                List.of(manifest.name(), manifest.version()))
            .iterator()
            .next()
            .getString(0);
    if (!published.equals(hash)) {
      throw new ConflictException(
          ErrorCode.MODULE_INVALID,
          "%s was published before with other content".formatted(bundle.id()),
          "a published version never changes",
          "Give the changed module a new version.");
    }
  }

  /** All versions of all modules, by name and then the newest first. */
  public List<StoredModule> list() {
    return modules(query(SELECT, List.of()));
  }

  /** The versions of a module, the newest first; none if there is no such module. */
  public List<StoredModule> versions(String name) {
    return modules(query(SELECT + " WHERE name = $1", List.of(name)));
  }

  private RowSet<Row> query(String sql, List<Object> parameters) {
    try {
      return pool.preparedQuery(sql).execute(Tuple.from(parameters)).await().atMost(PATIENCE);
    } catch (RuntimeException e) {
      throw new ExternalException(
          ErrorCode.UNAVAILABLE,
          "the registry's database does not answer",
          null,
          "Try again in a moment.",
          e);
    }
  }

  private static List<StoredModule> modules(RowSet<Row> rows) {
    List<StoredModule> modules = new ArrayList<>();
    rows.forEach(row -> modules.add(module(row)));
    modules.sort(StoredModule.NEWEST_FIRST);
    return modules;
  }

  private static StoredModule module(Row row) {
    ModuleBundle bundle =
        new ModuleBundle(
            read(row.getString("manifest")),
            ModuleKind.AWS,
            row.getString("install_sql"),
            row.getString("uninstall_sql"),
            row.getString("readme"),
            Map.of());
    return new StoredModule(
        bundle, row.getString("content_hash"), row.getOffsetDateTime("published_at"));
  }

  private static String write(ModuleManifest manifest) {
    try {
      return Json.MAPPER.writeValueAsString(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest cannot be written as JSON", e);
    }
  }

  private static ModuleManifest read(String json) {
    try {
      return Json.MAPPER.readValue(json, ModuleManifest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored manifest cannot be read", e);
    }
  }
}
