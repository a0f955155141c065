package dev.iasql.aws.modules.securitygroup;

import dev.iasql.aws.client.Creation;
import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.modules.vpc.Ec2;
import dev.iasql.aws.modules.vpc.Ec2Tags;
import dev.iasql.aws.spi.Tags;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** The EC2 calls about groups, whatever table they are rows of. */
record SecurityGroupCalls(Ec2Client ec2) {
  private static final String DEFAULT = "default";

  /** All groups, one page after the other. */
  Stream<SecurityGroup> list() {
    return ec2
        .describeSecurityGroupsPaginator(r -> r.maxResults(Ec2.PAGE))
        .securityGroups()
        .stream();
  }

  Optional<SecurityGroup> read(String id) {
    return ec2.describeSecurityGroups(r -> r.groupIds(id)).securityGroups().stream().findFirst();
  }

  /**
   * Makes a group.
   *
   * @param vpcId {@code null} for the default VPC
   * @return its id
   */
  String make(String name, String description, String vpcId, Tags tags) {
    try {
      return ec2.createSecurityGroup(
              r ->
                  r.groupName(name)
                      .description(description)
                      .vpcId(vpcId)
                      .tagSpecifications(Ec2Tags.at(ResourceType.SECURITY_GROUP, tags)))
          .groupId();
    } catch (Ec2Exception e) {
      if (Creation.wasOurs(e) && vpcId != null) {
        return named(name, vpcId).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  private Optional<String> named(String name, String vpcId) {
    return ec2
        .describeSecurityGroups(
            r -> r.filters(Ec2.filter("group-name", name), Ec2.filter("vpc-id", vpcId)))
        .securityGroups()
        .stream()
        .findFirst()
        .map(SecurityGroup::groupId);
  }

  void delete(String id) {
    Deletion.run(() -> ec2.deleteSecurityGroup(r -> r.groupId(id)));
  }

  /** Whether it is the one AWS makes with a VPC and removes with it. */
  static boolean isDefault(SecurityGroup group) {
    return DEFAULT.equals(group.groupName());
  }
}
