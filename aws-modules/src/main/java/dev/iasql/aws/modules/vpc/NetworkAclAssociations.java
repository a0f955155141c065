package dev.iasql.aws.modules.vpc;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;

/** Which network ACL filters which subnet. A subnet always has exactly one. */
final class NetworkAclAssociations {
  private NetworkAclAssociations() {}

  /**
   * The ACL of each subnet of some VPCs, by subnet id.
   *
   * @param vpcIds at most as many as a filter takes
   */
  static Map<String, String> aclsIn(Ec2Client ec2, Collection<String> vpcIds) {
    Map<String, String> acls = new HashMap<>();
    if (!vpcIds.isEmpty()) {
      find(ec2, vpcIds).forEach(a -> acls.put(a.subnetId(), a.networkAclId()));
    }
    return acls;
  }

  static void replace(Ec2Client ec2, String vpcId, String subnetId, String networkAclId) {
    List<NetworkAclAssociation> current =
        find(ec2, List.of(vpcId)).filter(a -> a.subnetId().equals(subnetId)).toList();
    for (NetworkAclAssociation association : current) {
      ec2.replaceNetworkAclAssociation(
          r -> r.associationId(association.networkAclAssociationId()).networkAclId(networkAclId));
    }
  }

  private static Stream<NetworkAclAssociation> find(Ec2Client ec2, Collection<String> vpcIds) {
    Filter vpcs = Ec2.filter("vpc-id", vpcIds.toArray(String[]::new));
    return ec2
        .describeNetworkAclsPaginator(r -> r.maxResults(Ec2.PAGE).filters(vpcs))
        .networkAcls()
        .stream()
        .flatMap(acl -> acl.associations().stream());
  }
}
