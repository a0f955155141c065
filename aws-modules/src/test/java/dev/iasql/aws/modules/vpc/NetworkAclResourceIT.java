package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkAclResourceIT extends ManagedConformance<NetworkAcl> {
  @Override
  protected ManagedResource<NetworkAcl> resource() {
    return new NetworkAclResource();
  }

  @Override
  protected String listAction() {
    return "DescribeNetworkAcls";
  }

  @Override
  protected NetworkAcl wanted(int number) {
    return new NetworkAcl(
        "new-acl", network.vpc(), false, null, false, new Tags(Map.of("Name", "acl-" + number)));
  }

  @Test
  void marksTheDefaultOneAsAwss() {
    String vpc = network.vpc();

    assertThat(all(aws))
        .filteredOn(acl -> acl.vpcId().equals(vpc))
        .singleElement()
        .satisfies(
            acl -> {
              assertThat(acl.isDefault()).isTrue();
              assertThat(acl.awsManaged()).isTrue();
            });
  }
}
