package dev.iasql.local.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModuleArchiveTest {
  @TempDir private Path folder;

  @Test
  void theSameFilesMakeTheSameBytesWheneverTheyWereWritten() throws IOException {
    Path one = new ModuleSkeleton(new ModuleName("shop")).writeInto(folder.resolve("one"));
    Path other = new ModuleSkeleton(new ModuleName("shop")).writeInto(folder.resolve("other"));
    Files.setLastModifiedTime(
        other.resolve("install.sql"), FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));

    assertThat(archive(one).content()).isEqualTo(archive(other).content());
  }

  @Test
  void onlyWhatABundleHasIsSentAndTheRestIsNamed() throws IOException {
    Path version = new ModuleSkeleton(new ModuleName("shop")).writeInto(folder);
    for (String file :
        new String[] {
          "migrations/from-0.9.0.sql", "migration/from-0.8.0.sql", ".secret", "tests/a.txt"
        }) {
      Files.createDirectories(version.resolve(file).getParent());
      Files.writeString(version.resolve(file), "SELECT 1;");
    }

    ModuleArchive archive = archive(version);

    assertThat(entries(archive))
        .containsOnlyKeys(
            "README.md",
            "install.sql",
            "migrations/from-0.9.0.sql",
            "module.yaml",
            "tests/10-smoke.sql",
            "uninstall.sql")
        .containsEntry("migrations/from-0.9.0.sql", "SELECT 1;");
    assertThat(archive.leftOut())
        .containsExactly(".secret", "migration/from-0.8.0.sql", "tests/a.txt");
  }

  private static ModuleArchive archive(Path version) {
    return ModuleArchive.of(ModuleFolder.of(version));
  }

  private static Map<String, String> entries(ModuleArchive archive) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.content()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}
