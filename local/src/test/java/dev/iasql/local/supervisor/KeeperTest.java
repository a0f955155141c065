package dev.iasql.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.Part;
import dev.iasql.local.process.ServerCommand;
import dev.iasql.local.process.ServerFiles;
import dev.iasql.local.process.Signal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeeperTest {
  private final List<String> told = new ArrayList<>();

  @TempDir private Path folder;
  private Keeper keeper;

  @AfterEach
  void stop() {
    keeper.stop(true);
  }

  @Test
  void aPartThatIsReadySaysSoAndLeavesItsPid() {
    start("exec sleep 100");
    keeper.awaitReady();

    PartState.Ready ready = (PartState.Ready) keeper.state();
    assertThat(ready.process().alive()).isTrue();
    assertThat(new ServerFiles(folder).pid("part").process())
        .map(ProcessHandle::pid)
        .contains(ready.process().pid());
    assertThat(told).singleElement().asString().startsWith("part ").contains("ready after");
  }

  @Test
  void aKilledPartIsStartedAgain() {
    start("exec sleep 100");
    keeper.awaitReady();
    keeper.startAgainWhenItFails();
    long first = pid();

    Signal.KILL.send(first);

    await().untilAsserted(() -> assertThat(pid()).isNotEqualTo(first));
    assertThat(told).contains("part was killed by signal 9; starting it again in 0.5 s");
  }

  @Test
  void aPartThatEndsWhileTheSystemStartsIsNotStartedAgainAndItsLogIsShown() {
    start("echo no such option; exit 7");

    assertThatThrownBy(keeper::awaitReady)
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("part ended with exit code 7 while starting")
        .hasMessageContaining("no such option");
    assertThat(keeper.state()).isInstanceOf(PartState.Failed.class);
  }

  @Test
  void aStoppedPartStaysStoppedUntilItIsStarted() {
    start("exec sleep 100");
    keeper.awaitReady();
    keeper.startAgainWhenItFails();
    long first = pid();

    keeper.stop(false);
    assertThat(keeper.state()).isEqualTo(new PartState.Stopped());
    assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(new ServerFiles(folder).pid("part").path()).doesNotExist();

    keeper.start();
    keeper.awaitReady();
    assertThat(pid()).isNotEqualTo(first);
  }

  @Test
  void aPartThatDoesNotWantToEndIsEndedByForce() {
    start("trap '' TERM; while true; do sleep 0.1; done");
    keeper.awaitReady();
    long first = pid();

    keeper.stop(true);

    assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aRetiredPartIsNeverStartedAgain() {
    start("exec sleep 100");
    keeper.awaitReady();
    keeper.retire();

    keeper.start();

    assertThatThrownBy(keeper::awaitReady).hasMessage("part was stopped before it was ready");
  }

  private void start(String program) {
    Journal journal = new Journal(folder.resolve("journal"));
    journal.listen(told::add);
    keeper = new Keeper(new ShellPart(program, folder), new ServerFiles(folder), journal);
    keeper.start();
  }

  private long pid() {
    return keeper.state() instanceof PartState.Ready ready ? ready.process().pid() : -1;
  }

  /** Ready when it has run for a moment. */
  private static final class ShellPart implements Part {
    private final String program;
    private final Path folder;
    private int questions;

    private ShellPart(String program, Path folder) {
      this.program = program;
      this.folder = folder;
    }

    @Override
    public String name() {
      return "part";
    }

    @Override
    public List<Integer> ports() {
      return List.of(1);
    }

    @Override
    public ServerCommand prepare() {
      questions = 0;
      return new ServerCommand("part", List.of("sh", "-c", program), Map.of(), folder, Signal.TERM);
    }

    @Override
    public boolean ready() {
      questions++;
      return questions > 5;
    }
  }
}
