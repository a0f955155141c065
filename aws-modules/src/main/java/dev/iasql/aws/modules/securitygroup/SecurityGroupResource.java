package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.client.Creation;
import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.modules.vpc.Ec2;
import dev.iasql.aws.modules.vpc.Ec2Tags;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Security groups. A VPC's default one is made and removed with the VPC. */
final class SecurityGroupResource implements ManagedResource<SecurityGroup> {
  private static final String DEFAULT = "default";

  @Override
  public Class<SecurityGroup> record() {
    return SecurityGroup.class;
  }

  @Override
  public Stream<SecurityGroup> list(Aws aws) {
    return Ec2.client(aws)
        .describeSecurityGroupsPaginator(r -> r.maxResults(Ec2.PAGE))
        .securityGroups()
        .stream()
        .map(SecurityGroupResource::row);
  }

  @Override
  public SecurityGroup create(Aws aws, SecurityGroup wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id = make(ec2, wanted);
    return ReadBack.created(wanted, () -> read(ec2, id));
  }

  @Override
  public SecurityGroup update(Aws aws, SecurityGroup from, SecurityGroup to) {
    Ec2Client ec2 = Ec2.client(aws);
    Ec2Tags.change(ec2, from.groupId(), from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(ec2, from.groupId()));
  }

  @Override
  public void delete(Aws aws, SecurityGroup group) {
    Deletion.run(() -> Ec2.client(aws).deleteSecurityGroup(r -> r.groupId(group.groupId())));
  }

  private static String make(Ec2Client ec2, SecurityGroup wanted) {
    try {
      return ec2.createSecurityGroup(
              r ->
                  r.groupName(wanted.groupName())
                      .description(wanted.description())
                      .vpcId(wanted.vpcId())
                      .tagSpecifications(Ec2Tags.at(ResourceType.SECURITY_GROUP, wanted.tags())))
          .groupId();
    } catch (Ec2Exception e) {
      if (Creation.wasOurs(e) && wanted.vpcId() != null) {
        return named(ec2, wanted).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  private static Optional<String> named(Ec2Client ec2, SecurityGroup wanted) {
    return ec2
        .describeSecurityGroups(
            r ->
                r.filters(
                    Ec2.filter("group-name", wanted.groupName()),
                    Ec2.filter("vpc-id", wanted.vpcId())))
        .securityGroups()
        .stream()
        .findFirst()
        .map(group -> group.groupId());
  }

  private static Optional<SecurityGroup> read(Ec2Client ec2, String id) {
    return ec2.describeSecurityGroups(r -> r.groupIds(id)).securityGroups().stream()
        .findFirst()
        .map(SecurityGroupResource::row);
  }

  private static SecurityGroup row(software.amazon.awssdk.services.ec2.model.SecurityGroup group) {
    return new SecurityGroup(
        group.groupId(),
        group.groupName(),
        group.description(),
        group.vpcId(),
        group.ownerId(),
        group.securityGroupArn(),
        DEFAULT.equals(group.groupName()),
        Ec2Tags.of(group.tags()));
  }
}
