package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubnetResourceIT extends ManagedConformance<Subnet> {
  @Override
  protected ManagedResource<Subnet> resource() {
    return new SubnetResource();
  }

  @Override
  protected String listAction() {
    return "DescribeSubnets";
  }

  @Override
  protected Subnet wanted(int number) {
    return new Subnet(
        "new-subnet",
        network.vpc(),
        new Cidr("10.77.%d.0/24".formatted(number)),
        null,
        "us-east-1b",
        null,
        true,
        false,
        false,
        false,
        null,
        false,
        false,
        null,
        null,
        null,
        false,
        null,
        false,
        null,
        null,
        null,
        new Tags(Map.of("Name", "subnet-" + number)));
  }

  @Override
  protected Map<String, Object> changes(Subnet created) {
    return Map.of(
        "map_public_ip_on_launch",
        false,
        "ipv6_cidr_block",
        ipv6Range(),
        "assign_ipv6_address_on_creation",
        true,
        "network_acl_id",
        network.networkAcl());
  }

  private String ipv6Range() {
    String range =
        network
            .ec2()
            .describeVpcs(r -> r.vpcIds(network.vpc()))
            .vpcs()
            .getFirst()
            .ipv6CidrBlockAssociationSet()
            .getFirst()
            .ipv6CidrBlock();
    return range.replace("/56", "/64");
  }

  @Override
  protected Set<String> notEmulated() {
    return Set.of(
        "enable_dns64",
        "private_dns_hostname_type_on_launch",
        "enable_resource_name_dns_a",
        "enable_resource_name_dns_aaaa");
  }

  @Test
  void saysWhichNetworkAclFiltersIt() {
    Subnet created = made(with(wanted(1), "network_acl_id", network.networkAcl()));

    assertThat(created.networkAclId()).startsWith("acl-");
    assertThat(created.availabilityZone()).isEqualTo("us-east-1b");
    assertThat(created.availableIpAddressCount()).isEqualTo(251);
  }
}
