package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.modules.vpc.Ec2;
import dev.iasql.aws.modules.vpc.Ec2Tags;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Optional;
import java.util.stream.Stream;

/** Security groups. A VPC's default one is made and removed with the VPC. */
final class SecurityGroupResource implements ManagedResource<SecurityGroup> {
  @Override
  public Class<SecurityGroup> record() {
    return SecurityGroup.class;
  }

  @Override
  public Stream<SecurityGroup> list(Aws aws) {
    return calls(aws).list().map(SecurityGroupResource::row);
  }

  @Override
  public SecurityGroup create(Aws aws, SecurityGroup wanted) {
    SecurityGroupCalls calls = calls(aws);
    String id = calls.make(wanted.groupName(), wanted.description(), wanted.vpcId(), wanted.tags());
    return ReadBack.created(wanted, () -> read(calls, id));
  }

  @Override
  public SecurityGroup update(Aws aws, SecurityGroup from, SecurityGroup to) {
    SecurityGroupCalls calls = calls(aws);
    Ec2Tags.change(calls.ec2(), from.groupId(), from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(calls, from.groupId()));
  }

  @Override
  public void delete(Aws aws, SecurityGroup group) {
    calls(aws).delete(group.groupId());
  }

  private static SecurityGroupCalls calls(Aws aws) {
    return new SecurityGroupCalls(Ec2.client(aws));
  }

  private static Optional<SecurityGroup> read(SecurityGroupCalls calls, String id) {
    return calls.read(id).map(SecurityGroupResource::row);
  }

  private static SecurityGroup row(software.amazon.awssdk.services.ec2.model.SecurityGroup group) {
    return new SecurityGroup(
        group.groupId(),
        group.groupName(),
        group.description(),
        group.vpcId(),
        group.ownerId(),
        group.securityGroupArn(),
        SecurityGroupCalls.isDefault(group),
        Ec2Tags.of(group.tags()));
  }
}
