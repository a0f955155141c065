package dev.iasql.aws.modules.vpc;

import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** Route tables as EC2 lists them: with their routes and associations, which are tables here. */
final class RouteTables {
  /** The most DescribeRouteTables takes. */
  private static final int PAGE = 100;

  private RouteTables() {}

  static Stream<RouteTable> all(Ec2Client ec2) {
    return ec2.describeRouteTablesPaginator(r -> r.maxResults(PAGE)).routeTables().stream();
  }

  static Optional<RouteTable> one(Ec2Client ec2, String id) {
    return ec2.describeRouteTables(r -> r.routeTableIds(id)).routeTables().stream().findFirst();
  }

  static Optional<RouteTable> ofAssociation(Ec2Client ec2, String associationId) {
    return ec2
        .describeRouteTables(
            r -> r.filters(Ec2.filter("association.route-table-association-id", associationId)))
        .routeTables()
        .stream()
        .findFirst();
  }
}
