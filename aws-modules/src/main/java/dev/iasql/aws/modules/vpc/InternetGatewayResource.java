package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Creation;
import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Internet gateways, attached to a VPC by their column {@code vpc_id}. */
final class InternetGatewayResource implements ManagedResource<InternetGateway> {
  @Override
  public Class<InternetGateway> record() {
    return InternetGateway.class;
  }

  @Override
  public Stream<InternetGateway> list(Aws aws) {
    return Ec2.client(aws)
        .describeInternetGatewaysPaginator(r -> r.maxResults(Ec2.PAGE))
        .internetGateways()
        .stream()
        .map(InternetGatewayResource::row);
  }

  @Override
  public InternetGateway create(Aws aws, InternetGateway wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.createInternetGateway(
                r -> r.tagSpecifications(Ec2Tags.at(ResourceType.INTERNET_GATEWAY, wanted.tags())))
            .internetGateway()
            .internetGatewayId();
    return Creation.complete(
        () -> {
          attach(ec2, id, wanted.vpcId());
          return ReadBack.created(wanted, () -> read(ec2, id));
        },
        () -> remove(ec2, id));
  }

  @Override
  public InternetGateway update(Aws aws, InternetGateway from, InternetGateway to) {
    Ec2Client ec2 = Ec2.client(aws);
    String id = from.internetGatewayId();
    if (!Objects.equals(from.vpcId(), to.vpcId())) {
      detach(ec2, id);
      attach(ec2, id, to.vpcId());
    }
    Ec2Tags.change(ec2, id, from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(ec2, id));
  }

  @Override
  public void delete(Aws aws, InternetGateway gateway) {
    Deletion.run(() -> remove(Ec2.client(aws), gateway.internetGatewayId()));
  }

  private static void remove(Ec2Client ec2, String id) {
    detach(ec2, id);
    ec2.deleteInternetGateway(r -> r.internetGatewayId(id));
  }

  private static void attach(Ec2Client ec2, String id, String vpcId) {
    if (vpcId != null) {
      ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpcId));
    }
  }

  /** From where it is attached now, which may be another VPC than when it was last seen. */
  private static void detach(Ec2Client ec2, String id) {
    read(ec2, id)
        .map(InternetGateway::vpcId)
        .ifPresent(
            vpcId ->
                Deletion.run(
                    () -> ec2.detachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpcId))));
  }

  private static Optional<InternetGateway> read(Ec2Client ec2, String id) {
    return ec2.describeInternetGateways(r -> r.internetGatewayIds(id)).internetGateways().stream()
        .findFirst()
        .map(InternetGatewayResource::row);
  }

  private static InternetGateway row(
      software.amazon.awssdk.services.ec2.model.InternetGateway gateway) {
    Optional<InternetGatewayAttachment> attachment = gateway.attachments().stream().findFirst();
    return new InternetGateway(
        gateway.internetGatewayId(),
        attachment.map(InternetGatewayAttachment::vpcId).orElse(null),
        attachment.map(InternetGatewayAttachment::stateAsString).orElse(null),
        gateway.ownerId(),
        Ec2Tags.of(gateway.tags()));
  }
}
