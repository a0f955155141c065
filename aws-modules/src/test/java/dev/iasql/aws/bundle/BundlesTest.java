package dev.iasql.aws.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.fixture.FixtureModules;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import dev.iasql.core.module.bundle.BundleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares the committed bundles and pages with what the records say. With {@code
 * -Diasql.generate=true} it writes them first.
 */
class BundlesTest {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

  @Test
  void committedFilesAreWhatTheRecordsSay() throws IOException {
    Map<String, String> generated = new GeneratedFiles(AwsModules.all(), sqlModules()).contents();
    if (Boolean.getBoolean("iasql.generate")) {
      write(generated);
    }

    Map<String, String> committed = new TreeMap<>();
    for (String folder : List.of(GeneratedFiles.BUNDLES, GeneratedFiles.PAGES)) {
      committed.putAll(read(folder));
    }
    assertThat(committed.keySet()).isEqualTo(generated.keySet());
    generated.forEach(
        (file, content) ->
            assertThat(committed.get(file))
                .as("%s; its first line says how to generate it", file)
                .isEqualTo(content));
  }

  private static List<ModuleBundle> sqlModules() {
    BundleFolder folder =
        new BundleFolder(REPOSITORY.resolve("aws-modules/sql-modules"), ModuleKind.SQL);
    return folder.versions().stream().map(folder::read).toList();
  }

  @Test
  void theRegistryReadsWhatTheRecordsSay() {
    BundleFolder folder =
        new BundleFolder(REPOSITORY.resolve(GeneratedFiles.BUNDLES), ModuleKind.AWS);

    assertThat(folder.versions().stream().map(folder::read))
        .containsExactlyInAnyOrderElementsOf(new ModuleBundles(AwsModules.all()).all());
  }

  @Test
  void aManifestListsEveryTableFunctionAndResourceType() {
    ModuleManifest manifest = new ModuleBundles(FixtureModules.all()).all().getLast().manifest();

    assertThat(manifest)
        .isEqualTo(
            new ModuleManifest(
                "fixture_ships",
                "1.0.0",
                "Ships",
                Map.of("aws_account", ">=1.0.0 <2.0.0", "fixture_sea", ">=1.0.0 <2.0.0"),
                Provides.tables(List.of("ship", "cabin"), List.of("fixture_fleet_size")),
                List.of("AWS::Fixture::Cabin", "AWS::Fixture::Ship"),
                List.of()));
  }

  private static void write(Map<String, String> generated) throws IOException {
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path path = REPOSITORY.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static Map<String, String> read(String folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(REPOSITORY.resolve(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(REPOSITORY.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
