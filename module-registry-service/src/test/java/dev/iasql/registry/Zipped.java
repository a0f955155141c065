package dev.iasql.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bundles as somebody would send them. */
public final class Zipped {
  private final Map<String, String> files = new LinkedHashMap<>();

  /**
   * @param more lines of the manifest
   */
  public static Zipped module(String name, String version, String... more) {
    return new Zipped()
        .with(
            "module.yaml",
            "name: %s\nversion: %s\nsummary: For tests.\n%s\n"
                .formatted(name, version, String.join("\n", more)))
        .with("install.sql", "CREATE TABLE %s (id int)".formatted(name))
        .with("uninstall.sql", "DROP TABLE %s".formatted(name))
        .with("README.md", "# " + name);
  }

  public Zipped with(String file, String content) {
    files.put(file, content);
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
