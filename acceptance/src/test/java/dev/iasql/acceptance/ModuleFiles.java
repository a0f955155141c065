package dev.iasql.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A module as somebody may have written it: whole, with one table, unless a file is replaced. */
record ModuleFiles(String name, String version, Map<String, String> files) {

  static ModuleFiles of(String name, String version) {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "module.yaml",
        """
        name: %1$s
        version: %2$s
        summary: A module of a test
        dependencies: {}
        provides: {tables: [%1$s_note]}
        manages: []
        """
            .formatted(name, version));
    files.put(
        "install.sql",
        """
        CREATE TABLE %1$s_note (note text PRIMARY KEY);
        COMMENT ON TABLE %1$s_note IS 'A note.';
        COMMENT ON COLUMN %1$s_note.note IS 'Its text.';
        """
            .formatted(name));
    files.put("uninstall.sql", "DROP TABLE %s_note;\n".formatted(name));
    files.put("README.md", "# %s %s\n\nA module of a test.\n".formatted(name, version));
    return new ModuleFiles(name, version, files);
  }

  ModuleFiles with(String file, String content) {
    Map<String, String> changed = new TreeMap<>(files);
    changed.put(file, content);
    return new ModuleFiles(name, version, changed);
  }

  /** The same with more at the end of a file. */
  ModuleFiles and(String file, String more) {
    return with(file, files.get(file) + more);
  }

  /** The folder of the version, below another. */
  Path writeInto(Path parent) {
    Path folder = parent.resolve(name).resolve(version);
    files.forEach(
        (file, content) -> {
          try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return folder;
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
