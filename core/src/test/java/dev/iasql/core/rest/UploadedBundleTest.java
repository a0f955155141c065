package dev.iasql.core.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleKind;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedBundleTest {
  private static final String MANIFEST =
      """
      name: fruit
      version: 1.0.0
      summary: Fruit.
      provides: { tables: [fruit] }
      """;

  @Test
  void readsBundleAndTests() {
    Map<String, String> files = files(MANIFEST + "migrations: [0.9.0]\n");
    files.put("migrations/from-0.9.0.sql", "migrate");
    files.put("tests/fruit.sql", "test");
    files.put("pictures/logo.png", "\0");

    UploadedBundle read = read(Zip.of(files));

    assertThat(read.bundle().id()).hasToString("fruit@1.0.0");
    assertThat(read.bundle().kind()).isEqualTo(ModuleKind.SQL);
    assertThat(read.bundle().installSql()).isEqualTo("install");
    assertThat(read.bundle().migrations()).containsExactly(Map.entry("0.9.0", "migrate"));
    assertThat(read.tests()).containsExactly(Map.entry("fruit.sql", "test"));
  }

  @Test
  void refusesAnythingThatIsNoZip() {
    assertInvalid(new byte[0], "no body");
    assertInvalid("hello".getBytes(StandardCharsets.UTF_8), "not a zip archive");
    byte[] zip = Zip.of(files(MANIFEST));
    assertInvalid(Arrays.copyOf(zip, zip.length / 2), "not a zip archive");
    byte[] scrambled = zip.clone();
    new Random(7).nextBytes(scrambled);
    assertInvalid(scrambled, "not a zip archive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.sql",
        "a/../../evil.sql",
        "/etc/passwd",
        "C:\\evil.sql",
        "a\\b.sql",
        "./a.sql",
        "a//b.sql",
        "a/./b.sql",
        "a b.sql",
        "..",
        ".hidden.sql",
        "tests/a/b/c/d/e.sql",
        "grün.sql",
        "a\nb.sql"
      })
  void refusesPathsThatAreNotPlain(String name) {
    Map<String, String> files = files(MANIFEST);
    files.put(name, "evil");

    assertInvalid(Zip.of(files), "not a path of plain names");
  }

  @Test
  void refusesAFileThatIsThereTwice() {
    Zip zip = new Zip();
    files(MANIFEST).forEach(zip::add);
    byte[] twice = zip.add("other.sql.sql", "DROP").bytes();

    assertInvalid(Zip.replaced(twice, "other.sql.sql", "uninstall.sql"), "there twice");
    assertInvalid(
        Zip.of(Map.of("INSTALL.sql", "1", "install.sql", "2", "module.yaml", MANIFEST)),
        "there twice");
  }

  @Test
  void refusesALink() {
    byte[] zip = Zip.of(files(MANIFEST));
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int header = indexOf(zip, new byte[] {'P', 'K', 1, 2});
    bytes.put(header + 5, (byte) 3).putInt(header + 38, 0xa1ff << 16);

    assertInvalid(zip, "a link or a device");
  }

  @Test
  void refusesATableOfContentsThatLies() {
    byte[] zip = Zip.of(files(MANIFEST));
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int directory = text.indexOf("PK\1\2");
    String lying =
        text.substring(0, directory) + text.substring(directory).replace("install", "INSTALL");

    assertInvalid(lying.getBytes(StandardCharsets.ISO_8859_1), "does not fit its content");
  }

  @Test
  void refusesABomb() {
    Map<String, String> files = files(MANIFEST);
    files.put("tests/bomb.sql", " ".repeat(ZippedBundle.MOST_UNZIPPED));

    assertRefused(Zip.of(files), ErrorCode.BODY_TOO_LARGE, "more than 4194304 bytes");
  }

  @Test
  void refusesManyFilesThatAreABombTogether() {
    Map<String, String> files = files(MANIFEST);
    for (int i = 0; i < 100; i++) {
      files.put("tests/t" + i + ".sql", " ".repeat(50_000));
    }

    assertRefused(Zip.of(files), ErrorCode.BODY_TOO_LARGE, "more than 4194304 bytes");
  }

  @Test
  void refusesAnArchiveThatIsTooLarge() {
    byte[] noise = new byte[ZippedBundle.MOST_ZIPPED];
    new Random(1).nextBytes(noise);
    Zip zip = new Zip();
    files(MANIFEST).forEach(zip::add);

    assertRefused(
        zip.add("noise.bin", noise).bytes(), ErrorCode.BODY_TOO_LARGE, "more than 1048576 bytes");
  }

  @Test
  void refusesTenThousandFiles() {
    Zip zip = new Zip();
    files(MANIFEST).forEach(zip::add);
    for (int i = 0; i < 10_000; i++) {
      zip.add("t" + i, "");
    }

    assertThatThrownBy(() -> ZippedBundle.read(Arrays.copyOf(zip.bytes(), zip.bytes().length)))
        .isInstanceOfSatisfying(
            UserException.class,
            e ->
                assertThat(e.fault().detail())
                    .containsAnyOf("more than 200 files", "more than 1048576 bytes"));
  }

  @Test
  void refusesWhatIsNotUtf8OrHasNul() {
    Zip notUtf8 = new Zip();
    files(MANIFEST).forEach(notUtf8::add);
    assertInvalid(
        notUtf8.add("tests/a.sql", new byte[] {'a', (byte) 0xff}).bytes(),
        "tests/a.sql is not UTF-8");
    Map<String, String> files = files(MANIFEST);
    files.put("tests/a.sql", "a\0b");
    assertInvalid(Zip.of(files), "tests/a.sql contains the character NUL");
    assertInvalid(
        Zip.of(files(MANIFEST.replace("summary: Fruit.", "summary: \"Fr\\0uit\""))),
        "module.yaml contains the character NUL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "[]",
        "text",
        "a: *b",
        "{",
        "\t",
        "name: [fruit]",
        "name: fruit\nversion: 1.0.0\nsummary: x\nprovides: { tables: [null] }",
        "name: fruit\nversion: 1.0.0\nsummary: x\ndependencies: { a: null }",
        "name: fruit\nversion: 1.0.0\nsummary: x\nmanages: [\"Test::Garden::Fruit\"]",
        "name: fruit\nversion: v1\nsummary: x",
        "name: fruit\nversion: 1.0.0\nsummary: x\nkind: aws",
        "--- !!javax.script.ScriptEngineManager []",
        "name: fruit\nversion: v1.0.0\nsummary: x",
        "name: fruit\nversion: ' 1.0.0'\nsummary: x",
        "name: fruit\nversion: 1.0.0+build\nsummary: x",
        "name: fruit\nversion: 1.0.0\nsummary: x\nsummary: y",
        "name: fruit\nversion: 1.0.0\nsummary: x\ndependencies: { a: '99999999999999999999' }",
        "name: graph\nversion: 1.0.0\nsummary: x",
        "name: fruit\nversion: 1.0.0-\nsummary: x",
        "name: fruit\nversion: 99999999999999999999.0.0\nsummary: x"
      })
  void refusesManifestsThatAreWrong(String manifest) {
    assertThatThrownBy(() -> read(Zip.of(files(manifest))))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODULE_INVALID));
  }

  @Test
  void doesNotStumbleOverVersionsAndRangesThatAreVeryLong() {
    String version = "1.0.0-" + "a.".repeat(25_000) + "b";

    assertInvalid(
        Zip.of(files(MANIFEST.replace("1.0.0", version))), "version is not a semantic version");
    for (String range : List.of(version, "1.x ".repeat(10_000), "1".repeat(50_000))) {
      assertInvalid(
          Zip.of(files(MANIFEST + "dependencies: { a: \"%s\" }\n".formatted(range))),
          "dependency a has no version range");
    }
  }

  @Test
  void readsNoManifestOfAMegabyte() {
    assertRefused(
        Zip.of(files(MANIFEST + "#" + "x".repeat(1 << 20))),
        ErrorCode.BODY_TOO_LARGE,
        "module.yaml has more than 65536 bytes");
  }

  @Test
  void doesNotFallForAliasesThatMultiply() {
    StringBuilder manifest = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      manifest.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
    }

    assertInvalid(Zip.of(files(MANIFEST + manifest)), "module.yaml cannot be read");
    assertInvalid(
        Zip.of(files(MANIFEST + "manages: " + "[".repeat(20_000))), "module.yaml cannot be read");
  }

  @Test
  void tellsNothingOfWhereFilesWerePut() {
    Map<String, String> files = files(MANIFEST);
    files.remove("README.md");

    assertThatThrownBy(() -> read(Zip.of(files)))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.fault().message()).isEqualTo("the bundle cannot be published");
              assertThat(e.fault().detail()).isEqualTo("README.md is missing");
            });
  }

  private static UploadedBundle read(byte[] zip) {
    return UploadedBundle.read(new ByteArrayInputStream(zip));
  }

  private static Map<String, String> files(String manifest) {
    Map<String, String> files = new HashMap<>();
    files.put("module.yaml", manifest);
    files.put("install.sql", "install");
    files.put("uninstall.sql", "uninstall");
    files.put("README.md", "readme");
    return files;
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .indexOf(new String(part, StandardCharsets.ISO_8859_1));
  }

  private static void assertInvalid(byte[] zip, String detail) {
    assertRefused(zip, ErrorCode.MODULE_INVALID, detail);
  }

  private static void assertRefused(byte[] zip, ErrorCode code, String detail) {
    assertThatThrownBy(() -> read(zip))
        .isInstanceOfSatisfying(
            UserException.class,
            e -> {
              assertThat(e.fault().detail()).contains(detail);
              assertThat(e.code()).isEqualTo(code);
            });
  }
}
