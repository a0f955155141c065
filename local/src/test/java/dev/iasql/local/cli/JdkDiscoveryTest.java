package dev.iasql.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of the script {@code iasql} that looks for a JDK. */
final class JdkDiscoveryTest {
  private static final Path SCRIPT = Path.of("../iasql").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void theFirstJdkThatIsNewEnoughIsTaken() throws Exception {
    Path old = jdk("old", "17.0.15");
    Path good = jdk("good", "25.0.3");
    Path newer = jdk("newer", "26");

    Answer answer = findAmong(old, good, newer);

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).isEqualTo(good.toString());
  }

  @Test
  void aJreIsNotEnough() throws Exception {
    Path jre = Files.createDirectories(folder.resolve("jre"));
    Files.writeString(jre.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");

    assertThat(findAmong(jre).exitCode()).isEqualTo(1);
  }

  @Test
  void withoutOneItSaysWhatWasFoundAndWhatToInstall() throws Exception {
    Path old = jdk("old", "17.0.15");

    Answer answer = findAmong(old);

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .contains("needs a JDK 25 or newer")
        .contains(old + " is 17")
        .contains("Eclipse Temurin 25")
        .contains("JAVA_HOME");
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.createFile(
        home.resolve("bin/javac"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private Answer findAmong(Path... candidates) throws IOException, InterruptedException {
    StringBuilder list = new StringBuilder();
    for (Path candidate : candidates) {
      list.append("printf '%s\\n' ").append(ShellWord.of(candidate.toString())).append("; ");
    }
    String program =
        "source "
            + ShellWord.of(SCRIPT.toString())
            + "; jdk_candidates() { "
            + list
            + "}; find_jdk";
    Path err = folder.resolve("err");
    Process bash = new ProcessBuilder("bash", "-c", program).redirectError(err.toFile()).start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(bash.waitFor(), out, Files.readString(err));
  }

  private record Answer(int exitCode, String out, String err) {}
}
