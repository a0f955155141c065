package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Network ACLs. A VPC's default one is made and removed with the VPC. */
final class NetworkAclResource implements ManagedResource<NetworkAcl> {
  @Override
  public Class<NetworkAcl> record() {
    return NetworkAcl.class;
  }

  @Override
  public Stream<NetworkAcl> list(Aws aws) {
    return all(Ec2.client(aws)).map(NetworkAclResource::row);
  }

  /** Network ACLs as EC2 lists them: with their entries, which are a table here. */
  static Stream<software.amazon.awssdk.services.ec2.model.NetworkAcl> all(Ec2Client ec2) {
    return ec2.describeNetworkAclsPaginator(r -> r.maxResults(Ec2.PAGE)).networkAcls().stream();
  }

  static Optional<software.amazon.awssdk.services.ec2.model.NetworkAcl> one(
      Ec2Client ec2, String id) {
    return ec2.describeNetworkAcls(r -> r.networkAclIds(id)).networkAcls().stream().findFirst();
  }

  @Override
  public NetworkAcl create(Aws aws, NetworkAcl wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.createNetworkAcl(
                r ->
                    r.vpcId(wanted.vpcId())
                        .clientToken(aws.idempotencyToken())
                        .tagSpecifications(Ec2Tags.at(ResourceType.NETWORK_ACL, wanted.tags())))
            .networkAcl()
            .networkAclId();
    return ReadBack.created(wanted, () -> one(ec2, id).map(NetworkAclResource::row));
  }

  @Override
  public NetworkAcl update(Aws aws, NetworkAcl from, NetworkAcl to) {
    Ec2Client ec2 = Ec2.client(aws);
    String id = from.networkAclId();
    Ec2Tags.change(ec2, id, from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> one(ec2, id).map(NetworkAclResource::row));
  }

  @Override
  public void delete(Aws aws, NetworkAcl acl) {
    Deletion.run(() -> Ec2.client(aws).deleteNetworkAcl(r -> r.networkAclId(acl.networkAclId())));
  }

  private static NetworkAcl row(software.amazon.awssdk.services.ec2.model.NetworkAcl acl) {
    boolean isDefault = Boolean.TRUE.equals(acl.isDefault());
    return new NetworkAcl(
        acl.networkAclId(),
        acl.vpcId(),
        isDefault,
        acl.ownerId(),
        isDefault,
        Ec2Tags.of(acl.tags()));
  }
}
