package dev.iasql.aws.modules.vpc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;

/** Which network ACL filters which subnet. A subnet always has exactly one. */
final class NetworkAclAssociations {
  private NetworkAclAssociations() {}

  /** The ACL of each subnet, by subnet id. */
  static Map<String, String> aclsOf(Ec2Client ec2, List<String> subnetIds) {
    Map<String, String> acls = new HashMap<>();
    if (!subnetIds.isEmpty()) {
      for (NetworkAclAssociation association : find(ec2, subnetIds)) {
        acls.put(association.subnetId(), association.networkAclId());
      }
    }
    return acls;
  }

  static void replace(Ec2Client ec2, String subnetId, String networkAclId) {
    for (NetworkAclAssociation association : find(ec2, List.of(subnetId))) {
      if (association.subnetId().equals(subnetId)) {
        ec2.replaceNetworkAclAssociation(
            r -> r.associationId(association.networkAclAssociationId()).networkAclId(networkAclId));
      }
    }
  }

  private static List<NetworkAclAssociation> find(Ec2Client ec2, List<String> subnetIds) {
    Filter subnets = Ec2.filter("association.subnet-id", subnetIds);
    return ec2
        .describeNetworkAclsPaginator(r -> r.maxResults(Ec2.PAGE).filters(subnets))
        .networkAcls()
        .stream()
        .flatMap(acl -> acl.associations().stream())
        .toList();
  }
}
