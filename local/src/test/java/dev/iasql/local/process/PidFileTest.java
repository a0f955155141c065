package dev.iasql.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PidFileTest {
  @TempDir private Path folder;
  private PidFile file;

  @BeforeEach
  void file() {
    file = new PidFile(folder.resolve("run/server.pid"));
  }

  @Test
  void aRunningProcessIsFoundAgain() {
    file.write(ProcessHandle.current());
    assertThat(file.process()).contains(ProcessHandle.current());
  }

  @Test
  void aProcessThatEndedIsNotFound() throws Exception {
    Process process = new ProcessBuilder("true").start();
    file.write(process.toHandle());
    process.waitFor();
    assertThat(file.process()).isEmpty();
  }

  @Test
  void aNumberThatBelongsToAnotherProcessByNowIsNotTakenForOurs() throws IOException {
    Files.createDirectories(file.path().getParent());
    Files.writeString(file.path(), ProcessHandle.current().pid() + " 1000\n");
    assertThat(file.process()).isEmpty();
  }

  @Test
  void aFileThatIsMissingOrHalfWrittenNamesNobody() throws IOException {
    assertThat(file.process()).isEmpty();
    Files.createDirectories(file.path().getParent());
    Files.writeString(file.path(), "12");
    assertThat(file.process()).isEmpty();
  }
}
