package dev.iasql.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortPlanTest {

  @Test
  void everythingListensOnAPortOfItsOwn() {
    PortPlan plan = new PortPlan(15430);
    List<Integer> services = List.of(plan.gateway(), plan.registry(), plan.install(), plan.sync());

    assertThat(services).containsExactly(15430, 15431, 15437, 15438);
    assertThat(services.stream().map(plan::management)).containsExactly(15440, 15441, 15447, 15448);
    assertThat(plan.postgres()).isEqualTo(15432);
    assertThat(plan.kafka()).isEqualTo(15433);
    assertThat(plan.kafkaController()).isEqualTo(15434);
    assertThat(plan.emulator()).isEqualTo(15435);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1023, 65518, 70000})
  void aBaseThatLeavesNoRoomIsRefused(int base) {
    assertThatThrownBy(() -> new PortPlan(base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the port base must be from 1024 to 65517, not " + base);
  }
}
