package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.aws.kit.AwsFault;
import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class NetworkAclEntryResourceIT extends ManagedConformance<NetworkAclEntry> {
  @Override
  protected ManagedResource<NetworkAclEntry> resource() {
    return new NetworkAclEntryResource();
  }

  @Override
  protected String listAction() {
    return "DescribeNetworkAcls";
  }

  private String acl;

  @Override
  protected NetworkAclEntry wanted(int number) {
    if (acl == null) {
      acl = network.networkAcl();
    }
    return new NetworkAclEntry(
        acl,
        false,
        100 + number,
        "allow",
        "6",
        new Cidr("10.0.0.0/8"),
        null,
        443,
        443,
        null,
        null,
        false);
  }

  @Override
  protected Map<String, Object> changes(NetworkAclEntry created) {
    return Map.of(
        "rule_action", "deny",
        "protocol", "17",
        "cidr_block", "192.168.0.0/16",
        "port_range_from", 0,
        "port_range_to", 8443);
  }

  @Override
  protected Set<String> notEmulated() {
    // Their own tests: they go with another protocol or instead of the IPv4 range.
    return Set.of("ipv6_cidr_block", "icmp_type", "icmp_code");
  }

  @Override
  protected Optional<AwsFault> gone() {
    return Optional.of(
        AwsFault.refuse("DeleteNetworkAclEntry", 1, 400, "InvalidNetworkAclEntry.NotFound"));
  }

  @Test
  void allowsIcmpByTypeAndCode() {
    // The emulator loses both; what matters is what is sent.
    emulated.proxy().inject(AwsFault.refuse("CreateNetworkAclEntry", 1, 400, "Refused"));
    NetworkAclEntry tcp = wanted(1);
    NetworkAclEntry icmp =
        new NetworkAclEntry(
            tcp.networkAclId(),
            true,
            1,
            "allow",
            "1",
            tcp.cidrBlock(),
            null,
            null,
            null,
            8,
            0,
            false);

    assertThatThrownBy(() -> resource().create(aws, icmp)).isInstanceOf(Ec2Exception.class);

    assertThat(emulated.proxy().lastCall("CreateNetworkAclEntry"))
        .containsEntry("Icmp.Type", "8")
        .containsEntry("Icmp.Code", "0")
        .containsEntry("Egress", "true")
        .doesNotContainKey("PortRange.From");
  }

  @Test
  void marksTheLastRulesAsAwss() {
    String ofDefault =
        network
            .ec2()
            .describeNetworkAcls(r -> r.filters(Ec2.filter("vpc-id", network.vpc())))
            .networkAcls()
            .getFirst()
            .networkAclId();

    assertThat(all(aws))
        .filteredOn(entry -> entry.networkAclId().equals(ofDefault))
        .filteredOn(NetworkAclEntry::awsManaged)
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.ruleNumber()).isEqualTo(32767));
  }

  @Test
  void takesOverTheEntryOfALostAnswer() {
    emulated.proxy().inject(AwsFault.loseAnswer("CreateNetworkAclEntry"));

    NetworkAclEntry created = made(wanted(1));

    assertThat(listed(created)).isEqualTo(created);
  }
}
