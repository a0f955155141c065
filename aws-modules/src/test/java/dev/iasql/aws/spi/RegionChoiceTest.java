package dev.iasql.aws.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegionChoiceTest {
  private static final List<String> USABLE = List.of("us-west-2", "us-east-1", "eu-west-1");

  @Test
  void withoutAChoiceAllUsableRegionsAreRead() {
    Set<String> read = RegionChoice.NONE.enabledOf(USABLE);

    assertThat(read).containsExactly("eu-west-1", "us-east-1", "us-west-2");
    assertThat(RegionChoice.NONE.defaultOf(read)).isEqualTo("us-east-1");
  }

  @Test
  void aChosenRegionTheAccountMayNotUseIsLeftOut() {
    RegionChoice choice = new RegionChoice(Set.of("us-west-2", "ap-east-1"), "us-west-2");

    assertThat(choice.enabledOf(USABLE)).containsExactly("us-west-2");
    assertThat(choice.defaultOf(choice.enabledOf(USABLE))).isEqualTo("us-west-2");
  }

  @Test
  void theDefaultIsAmongTheRegionsThatAreRead() {
    RegionChoice choice = new RegionChoice(Set.of("us-west-2", "eu-west-1"), "us-east-1");

    assertThat(choice.defaultOf(choice.enabledOf(USABLE))).isEqualTo("eu-west-1");
    assertThat(choice.defaultOf(Set.of())).isNull();
  }
}
