package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.aws.kit.AwsFault;
import dev.iasql.aws.kit.EmulatedAws;
import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VpcResourceIT extends ManagedConformance<Vpc> {
  @Override
  protected ManagedResource<Vpc> resource() {
    return new VpcResource();
  }

  @Override
  protected String listAction() {
    return "DescribeVpcs";
  }

  @Override
  protected Vpc wanted(int number) {
    return new Vpc(
        "new-vpc",
        new Cidr("10.%d.0.0/16".formatted(number)),
        List.of(new Cidr("10.10%d.0.0/16".formatted(number))),
        true,
        null,
        "default",
        true,
        true,
        network.dhcpOptions(),
        false,
        null,
        null,
        new Tags(Map.of("Name", "vpc-" + number)));
  }

  @Override
  protected Map<String, Object> changes(Vpc created) {
    return Map.of(
        "secondary_cidr_blocks",
        List.of("10.200.0.0/16", "10.201.0.0/16"),
        "amazon_provided_ipv6_cidr_block",
        false,
        "enable_dns_hostnames",
        false,
        "dhcp_options_id",
        network.dhcpOptions());
  }

  @Override
  protected Set<String> notEmulated() {
    // Its own test: it goes from dedicated to default only.
    return Set.of("instance_tenancy", "enable_dns_support");
  }

  @Test
  void turnsOffTheDnsServerAfterHostNamesAndOnBeforeThem() {
    Vpc created = made(wanted(1));
    Vpc off = with(with(created, "enable_dns_hostnames", false), "enable_dns_support", false);

    Vpc without = resource().update(aws, created, off);
    assertThat(without.enableDnsSupport()).isFalse();
    assertThat(listed(without)).isEqualTo(without);

    Vpc again = resource().update(aws, without, with(created, "state", without.state()));
    assertThat(again.enableDnsSupport()).isTrue();
    assertThat(again.enableDnsHostnames()).isTrue();
  }

  @Test
  void takesDhcpOptionsAway() {
    Vpc created = made(wanted(1));

    Vpc without = resource().update(aws, created, with(created, "dhcp_options_id", null));

    assertThat(without.dhcpOptionsId()).isNull();
  }

  @Test
  void givesUpDedicatedTenancy() {
    Vpc created = made(with(wanted(1), "instance_tenancy", "dedicated"));
    assertThat(created.instanceTenancy()).isEqualTo("dedicated");

    Vpc shared = resource().update(aws, created, with(created, "instance_tenancy", "default"));

    assertThat(shared.instanceTenancy()).isEqualTo("default");
  }

  @Test
  void removesWhatItCouldNotComplete() {
    emulated
        .proxy()
        .inject(AwsFault.refuse("AssociateDhcpOptions", 9, 403, "UnauthorizedOperation"));
    Vpc wanted = wanted(7);

    assertThatThrownBy(() -> resource().create(aws, wanted)).hasMessageContaining("injected");

    assertThat(all(aws)).noneMatch(vpc -> vpc.cidrBlock().equals(wanted.cidrBlock()));
  }

  @Test
  void skipsAVpcThatGoesWhileItIsRead() {
    made(wanted(1));
    int before = all(aws).size();
    emulated
        .proxy()
        .inject(AwsFault.refuse("DescribeVpcAttribute", 1, 400, "InvalidVpcID.NotFound"));

    assertThat(all(aws)).hasSize(before - 1);
  }

  @Test
  void listsTheDefaultVpc() {
    assertThat(all(aws))
        .filteredOn(Vpc::isDefault)
        .singleElement()
        .satisfies(
            vpc -> {
              assertThat(vpc.cidrBlock()).isEqualTo(new Cidr("172.31.0.0/16"));
              assertThat(vpc.secondaryCidrBlocks()).isEmpty();
              assertThat(vpc.ownerId()).isEqualTo(EmulatedAws.ACCOUNT);
            });
  }
}
