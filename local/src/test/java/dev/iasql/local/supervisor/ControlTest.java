package dev.iasql.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.local.LaunchException;
import dev.iasql.local.system.StateFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ControlTest {
  private final List<String> heard = new ArrayList<>();

  @TempDir private Path folder;
  private StateFolder state;

  @BeforeEach
  void stateFolder() {
    state = new StateFolder(folder);
    state.create();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "a-name-so-long-that-no-system-would-take-the-path-of-a-socket-in-a-folder-called-like-this-one"
      })
  void anOrderIsCarriedOutAndItsReportHeard(String name) {
    StateFolder place = new StateFolder(folder.resolve(name));
    place.create();
    try (ControlServer _ =
        new ControlServer(
            place,
            (order, report) ->
                report.accept(order.verb() + " " + order.part() + " " + order.byForce()))) {
      new ControlClient(place).give(Order.of(Order.Verb.STOP, "kafka", Order.BY_FORCE), heard::add);
      new ControlClient(place).give(Order.of(Order.Verb.STOP, "kafka"), heard::add);
    }
    assertThat(heard).containsExactly("STOP kafka true", "STOP kafka false");
  }

  @Test
  void whyAnOrderFailedIsHeard() {
    try (ControlServer _ =
        new ControlServer(
            state,
            (order, report) -> {
              report.accept("trying");
              throw new LaunchException("no\nway");
            })) {
      assertThatThrownBy(() -> new ControlClient(state).give(Order.of(Order.Verb.DOWN), heard::add))
          .isInstanceOf(LaunchException.class)
          .hasMessage("no\nway");
    }
    assertThat(heard).containsExactly("trying");
  }

  @Test
  void aSupervisorThatIsGoneDoesNotAnswer() {
    new ControlServer(state, (order, report) -> {}).close();
    assertThatThrownBy(() -> new ControlClient(state).give(Order.of(Order.Verb.STATUS), heard::add))
        .isInstanceOf(LaunchException.class)
        .hasMessageStartingWith("the supervisor does not answer");
  }
}
