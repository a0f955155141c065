package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.client.AwsFaults;
import dev.iasql.aws.client.Creation;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.modules.vpc.Ec2;
import dev.iasql.aws.modules.vpc.Ec2Tags;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Security groups with their rules. A VPC's default one is made and removed with the VPC. */
final class InlineSecurityGroupResource implements ManagedResource<InlineSecurityGroup> {
  @Override
  public Class<InlineSecurityGroup> record() {
    return InlineSecurityGroup.class;
  }

  @Override
  public Stream<InlineSecurityGroup> list(Aws aws) {
    return calls(aws).list().map(group -> row(aws, group));
  }

  @Override
  public InlineSecurityGroup create(Aws aws, InlineSecurityGroup wanted) {
    SecurityGroupCalls calls = calls(aws);
    String id = calls.make(wanted.groupName(), wanted.description(), wanted.vpcId(), wanted.tags());
    InlineSecurityGroup group = wanted.made(id);
    return Creation.complete(
        () -> {
          settle(aws, ReadBack.found(() -> read(aws, id)), group);
          return ReadBack.created(group, () -> read(aws, id));
        },
        () -> calls.delete(id));
  }

  @Override
  public InlineSecurityGroup update(Aws aws, InlineSecurityGroup from, InlineSecurityGroup to) {
    String id = from.groupId();
    Ec2Tags.change(Ec2.client(aws), id, from.tags(), to.tags());
    settle(aws, from, to);
    return ReadBack.updated(from, to, () -> read(aws, id));
  }

  @Override
  public void delete(Aws aws, InlineSecurityGroup group) {
    calls(aws).delete(group.groupId());
  }

  /**
   * EC2 refuses all rules of a call for one that is there or gone already, such as one of an
   * attempt whose answer got lost; then what it has by now is looked at.
   */
  private static void settle(Aws aws, InlineSecurityGroup from, InlineSecurityGroup to) {
    try {
      change(aws, from, to);
    } catch (Ec2Exception e) {
      if (!AwsFaults.isDuplicate(e) && !AwsFaults.isNotFound(e)) {
        throw e;
      }
      change(aws, ReadBack.found(() -> read(aws, from.groupId())), to);
    }
  }

  /** Leaves the rules as they are if the row does not say what they are to be. */
  private static void change(Aws aws, InlineSecurityGroup from, InlineSecurityGroup to) {
    if (to.rules() != null) {
      List<InlineRule> before = from.rules() == null ? List.of() : from.rules();
      InlineRuleChange.between(before, to.rules()).carryOut(Ec2.client(aws), from.groupId());
    }
  }

  private static SecurityGroupCalls calls(Aws aws) {
    return new SecurityGroupCalls(Ec2.client(aws));
  }

  private static Optional<InlineSecurityGroup> read(Aws aws, String id) {
    return calls(aws).read(id).map(group -> row(aws, group));
  }

  private static InlineSecurityGroup row(Aws aws, SecurityGroup group) {
    return new InlineSecurityGroup(
        group.groupId(),
        group.groupName(),
        group.description(),
        group.vpcId(),
        InlineRules.of(group, aws.accountId()),
        group.ownerId(),
        group.securityGroupArn(),
        SecurityGroupCalls.isDefault(group),
        Ec2Tags.of(group.tags()));
  }
}
