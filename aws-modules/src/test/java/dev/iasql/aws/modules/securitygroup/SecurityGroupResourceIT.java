package dev.iasql.aws.modules.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.aws.kit.AwsFault;
import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityGroupResourceIT extends ManagedConformance<SecurityGroup> {
  @Override
  protected ManagedResource<SecurityGroup> resource() {
    return new SecurityGroupResource();
  }

  @Override
  protected String listAction() {
    return "DescribeSecurityGroups";
  }

  @Override
  protected SecurityGroup wanted(int number) {
    return new SecurityGroup(
        "new-group",
        "group-" + number,
        "for tests",
        network.vpc(),
        null,
        null,
        false,
        new Tags(Map.of("Name", "group-" + number)));
  }

  @Test
  void marksTheDefaultOneAsAwss() {
    String vpc = network.vpc();

    assertThat(all(aws))
        .filteredOn(group -> group.vpcId().equals(vpc))
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.groupName()).isEqualTo("default");
              assertThat(group.awsManaged()).isTrue();
            });
  }

  @Test
  void takesOverTheGroupOfALostAnswer() {
    emulated.proxy().inject(AwsFault.loseAnswer("CreateSecurityGroup"));

    SecurityGroup created = made(wanted(1));

    assertThat(listed(created)).isEqualTo(created);
    assertThat(emulated.proxy().calls("CreateSecurityGroup")).isEqualTo(2);
  }

  @Test
  void reportsAGroupOfTheSameName() {
    made(wanted(1));

    assertThatThrownBy(() -> resource().create(aws, wanted(1)))
        .hasMessageContaining("already exists");
  }
}
