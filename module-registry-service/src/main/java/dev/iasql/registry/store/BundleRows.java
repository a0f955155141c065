package dev.iasql.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.iasql.core.Json;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Rows of {@code module_version} as objects. */
final class BundleRows {
  /** Everything but SQL and documentation. */
  static final String VERSION =
      "name, version, manifest, kind, origin, content_hash, published_at, change";

  static final String BUNDLE = "manifest, kind, install_sql, uninstall_sql, readme, migrations";

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private BundleRows() {}

  static PublishedVersion version(ResultSet row) throws SQLException {
    return new PublishedVersion(
        read(row.getString("manifest"), ModuleManifest.class),
        ModuleKind.of(row.getString("kind")),
        Origin.of(row.getString("origin")),
        row.getString("content_hash"),
        row.getTimestamp("published_at").toInstant());
  }

  static ModuleBundle bundle(ResultSet row) throws SQLException {
    try {
      return new ModuleBundle(
          read(row.getString("manifest"), ModuleManifest.class),
          ModuleKind.of(row.getString("kind")),
          row.getString("install_sql"),
          row.getString("uninstall_sql"),
          row.getString("readme"),
          Json.MAPPER.readValue(row.getString("migrations"), TEXTS));
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
  }

  static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a part of a bundle cannot be written as JSON", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
  }

  private static IllegalStateException unreadable(JsonProcessingException e) {
    return new IllegalStateException("a stored bundle cannot be read", e);
  }
}
