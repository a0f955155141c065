package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.kit.EmulatedAws;
import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

class PeeringConnectionResourceIT extends ManagedConformance<PeeringConnection> {
  @Override
  protected ManagedResource<PeeringConnection> resource() {
    return new PeeringConnectionResource();
  }

  @Override
  protected String listAction() {
    return "DescribeVpcPeeringConnections";
  }

  @Override
  protected PeeringConnection wanted(int number) {
    return new PeeringConnection(
        "new-peering",
        network.anotherVpc(),
        network.anotherVpc(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new Tags(Map.of("Name", "peering-" + number)));
  }

  @Test
  void isAcceptedWithinAnAccountAndRegion() {
    PeeringConnection created = made(wanted(1));

    assertThat(created.statusCode()).isEqualTo("active");
    assertThat(created.accepterOwnerId()).isEqualTo(EmulatedAws.ACCOUNT);
    assertThat(created.accepterRegion()).isEqualTo(EmulatedAws.REGION);
    assertThat(created.peerVpcId()).isNull();
  }

  @Test
  void waitsForItsPeerInAnotherRegion() {
    Ec2Client there = Ec2.client(emulated.in(EmulatedAws.OTHER_REGION));
    String peer = there.createVpc(r -> r.cidrBlock("10.78.0.0/16")).vpc().vpcId();
    network.later(() -> there.deleteVpc(r -> r.vpcId(peer)));
    PeeringConnection far =
        with(with(wanted(1), "accepter_vpc_id", null), "accepter_region", EmulatedAws.OTHER_REGION);

    PeeringConnection created = made(with(far, "peer_vpc_id", peer));

    assertThat(created.statusCode()).isEqualTo("pending-acceptance");
    assertThat(created.accepterVpcId()).isNull();
    assertThat(created.peerVpcId()).isEqualTo(peer);
    assertThat(resource().list(emulated.in(EmulatedAws.OTHER_REGION)))
        .filteredOn(c -> c.vpcPeeringConnectionId().equals(created.vpcPeeringConnectionId()))
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.accepterVpcId()).isEqualTo(peer);
              assertThat(seen.requesterVpcId()).isNull();
              assertThat(seen.peerVpcId()).isEqualTo(created.requesterVpcId());
            });
  }
}
