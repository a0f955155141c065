package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Creation;
import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.Cidr;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/**
 * VPC peering connections. One within an account and region is accepted as soon as it is made; any
 * other waits for its peer. EC2 lists ended ones for some hours; they are no rows.
 */
final class PeeringConnectionResource implements ManagedResource<PeeringConnection> {
  private static final Set<String> ENDED = Set.of("deleted", "deleting", "expired", "rejected");

  @Override
  public Class<PeeringConnection> record() {
    return PeeringConnection.class;
  }

  @Override
  public Stream<PeeringConnection> list(Aws aws) {
    return Ec2.client(aws)
        .describeVpcPeeringConnectionsPaginator(r -> r.maxResults(Ec2.PAGE))
        .vpcPeeringConnections()
        .stream()
        .map(connection -> row(aws, connection))
        .filter(connection -> !ENDED.contains(String.valueOf(connection.statusCode())));
  }

  @Override
  public PeeringConnection create(Aws aws, PeeringConnection wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    boolean acceptable = wanted.accepterVpcId() != null;
    String id =
        ec2.createVpcPeeringConnection(
                r ->
                    r.vpcId(wanted.requesterVpcId())
                        .peerVpcId(acceptable ? wanted.accepterVpcId() : wanted.peerVpcId())
                        .peerOwnerId(wanted.accepterOwnerId())
                        .peerRegion(wanted.accepterRegion())
                        .tagSpecifications(
                            Ec2Tags.at(ResourceType.VPC_PEERING_CONNECTION, wanted.tags())))
            .vpcPeeringConnection()
            .vpcPeeringConnectionId();
    return Creation.complete(
        () -> {
          ReadBack.found(() -> read(aws, ec2, id));
          if (acceptable) {
            ec2.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
          }
          return ReadBack.created(wanted, () -> read(aws, ec2, id));
        },
        () -> ec2.deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id)));
  }

  @Override
  public PeeringConnection update(Aws aws, PeeringConnection from, PeeringConnection to) {
    Ec2Client ec2 = Ec2.client(aws);
    String id = from.vpcPeeringConnectionId();
    Ec2Tags.change(ec2, id, from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(aws, ec2, id));
  }

  @Override
  public void delete(Aws aws, PeeringConnection connection) {
    Deletion.run(
        () ->
            Ec2.client(aws)
                .deleteVpcPeeringConnection(
                    r -> r.vpcPeeringConnectionId(connection.vpcPeeringConnectionId())));
  }

  private static Optional<PeeringConnection> read(Aws aws, Ec2Client ec2, String id) {
    return ec2
        .describeVpcPeeringConnections(r -> r.vpcPeeringConnectionIds(id))
        .vpcPeeringConnections()
        .stream()
        .findFirst()
        .map(connection -> row(aws, connection));
  }

  private static PeeringConnection row(Aws aws, VpcPeeringConnection connection) {
    VpcPeeringConnectionVpcInfo requester = connection.requesterVpcInfo();
    VpcPeeringConnectionVpcInfo accepter = connection.accepterVpcInfo();
    boolean ownRequester = isOfHere(aws, requester);
    boolean ownAccepter = isOfHere(aws, accepter);
    boolean bothOwn = ownRequester && ownAccepter;
    return new PeeringConnection(
        connection.vpcPeeringConnectionId(),
        ownRequester ? requester.vpcId() : null,
        ownAccepter ? accepter.vpcId() : null,
        bothOwn ? null : (ownRequester ? accepter : requester).vpcId(),
        accepter.ownerId(),
        region(aws, accepter),
        requester.ownerId(),
        region(aws, requester),
        Cidr.of(requester.cidrBlock()),
        Cidr.of(accepter.cidrBlock()),
        connection.status() == null ? null : connection.status().codeAsString(),
        connection.status() == null ? null : connection.status().message(),
        connection.expirationTime(),
        Ec2Tags.of(connection.tags()));
  }

  /** A foreign key can only point to a VPC of the same account and region. */
  private static boolean isOfHere(Aws aws, VpcPeeringConnectionVpcInfo side) {
    return Objects.equals(side.ownerId(), aws.accountId())
        && region(aws, side).equals(aws.region());
  }

  private static String region(Aws aws, VpcPeeringConnectionVpcInfo side) {
    return Objects.requireNonNullElse(side.region(), aws.region());
  }
}
