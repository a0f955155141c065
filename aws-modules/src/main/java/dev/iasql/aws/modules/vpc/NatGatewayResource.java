package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.Patience;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.Inet;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/**
 * NAT gateways. Making or removing one takes AWS a minute or two and is waited for: routes need the
 * finished one, and its subnet and address are free only when it is gone. EC2 lists a removed one
 * for another hour; it is no row.
 */
final class NatGatewayResource implements ManagedResource<NatGateway> {
  private static final String PENDING = "pending";
  private static final String FAILED = "failed";
  private static final String DELETED = "deleted";

  @Override
  public Class<NatGateway> record() {
    return NatGateway.class;
  }

  @Override
  public Stream<NatGateway> list(Aws aws) {
    return Ec2.client(aws)
        .describeNatGatewaysPaginator(r -> r.maxResults(Ec2.PAGE))
        .natGateways()
        .stream()
        .map(NatGatewayResource::row)
        .filter(gateway -> !DELETED.equals(gateway.state()));
  }

  @Override
  public NatGateway create(Aws aws, NatGateway wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    boolean regional = wanted.subnetId() == null;
    String id =
        ec2.createNatGateway(
                r ->
                    r.subnetId(wanted.subnetId())
                        .vpcId(regional ? wanted.vpcId() : null)
                        .availabilityMode(regional ? wanted.availabilityMode() : null)
                        .connectivityType(wanted.connectivityType())
                        .allocationId(wanted.allocationId())
                        .privateIpAddress(
                            wanted.privateIp() == null ? null : wanted.privateIp().value())
                        .clientToken(aws.idempotencyToken())
                        .tagSpecifications(Ec2Tags.at(ResourceType.NATGATEWAY, wanted.tags())))
            .natGateway()
            .natGatewayId();
    ReadBack.found(() -> read(ec2, id));
    Patience.until(
        "NAT gateway %s to become available".formatted(id), () -> !isIn(ec2, id, PENDING));
    refuseIfFailed(ec2, id);
    return ReadBack.created(wanted, () -> read(ec2, id));
  }

  @Override
  public NatGateway update(Aws aws, NatGateway from, NatGateway to) {
    Ec2Client ec2 = Ec2.client(aws);
    Ec2Tags.change(ec2, from.natGatewayId(), from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(ec2, from.natGatewayId()));
  }

  @Override
  public void delete(Aws aws, NatGateway gateway) {
    Ec2Client ec2 = Ec2.client(aws);
    String id = gateway.natGatewayId();
    Deletion.run(
        () -> {
          ec2.deleteNatGateway(r -> r.natGatewayId(id));
          Patience.until(
              "NAT gateway %s to be removed".formatted(id),
              () -> read(ec2, id).map(g -> DELETED.equals(g.state())).orElse(true));
        });
  }

  private static boolean isIn(Ec2Client ec2, String id, String state) {
    return read(ec2, id).map(gateway -> state.equals(gateway.state())).orElse(false);
  }

  /** EC2 answers that it makes one, and only later that it could not. */
  private static void refuseIfFailed(Ec2Client ec2, String id) {
    read(ec2, id)
        .filter(gateway -> FAILED.equals(gateway.state()))
        .ifPresent(
            gateway -> {
              throw new ExternalException(
                  ErrorCode.AWS_REJECTED,
                  gateway.failureMessage(),
                  "NAT gateway %s, error code %s".formatted(id, gateway.failureCode()),
                  "Correct the row, or take the change back with SELECT * FROM iasql_rollback().");
            });
  }

  private static Optional<NatGateway> read(Ec2Client ec2, String id) {
    return ec2.describeNatGateways(r -> r.natGatewayIds(id)).natGateways().stream()
        .findFirst()
        .map(NatGatewayResource::row);
  }

  private static NatGateway row(software.amazon.awssdk.services.ec2.model.NatGateway gateway) {
    Optional<NatGatewayAddress> address =
        gateway.natGatewayAddresses().stream()
            .filter(a -> !Boolean.FALSE.equals(a.isPrimary()))
            .findFirst();
    return new NatGateway(
        gateway.natGatewayId(),
        gateway.subnetId(),
        gateway.vpcId(),
        gateway.connectivityTypeAsString(),
        Optional.ofNullable(gateway.availabilityModeAsString()).orElse("zonal"),
        address.map(NatGatewayAddress::allocationId).orElse(null),
        address.map(a -> Inet.of(a.privateIp())).orElse(null),
        address.map(a -> Inet.of(a.publicIp())).orElse(null),
        address.map(NatGatewayAddress::networkInterfaceId).orElse(null),
        gateway.stateAsString(),
        gateway.failureCode(),
        gateway.failureMessage(),
        gateway.createTime(),
        Ec2Tags.of(gateway.tags()));
  }
}
