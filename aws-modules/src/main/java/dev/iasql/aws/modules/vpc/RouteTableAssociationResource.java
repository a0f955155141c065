package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationState;

/**
 * Associations of route tables. Giving one another table is one call without a gap in traffic,
 * after which it has another id; on a main association that makes the other table the VPC's main
 * one.
 */
final class RouteTableAssociationResource implements ManagedResource<RouteTableAssociation> {
  private static final Set<String> GONE = Set.of("disassociating", "disassociated");

  @Override
  public Class<RouteTableAssociation> record() {
    return RouteTableAssociation.class;
  }

  @Override
  public Stream<RouteTableAssociation> list(Aws aws) {
    return RouteTables.all(Ec2.client(aws)).flatMap(RouteTableAssociationResource::rows);
  }

  @Override
  public RouteTableAssociation create(Aws aws, RouteTableAssociation wanted) {
    String gateway = GatewayIds.either(wanted.gatewayId(), wanted.vpnGatewayId());
    if (wanted.subnetId() == null && gateway == null) {
      throw new UserException(
          ErrorCode.CHANGE_NOT_POSSIBLE,
          "a route table can only be associated with a subnet or a gateway",
          "Set subnet_id, gateway_id or vpn_gateway_id. To choose a VPC's main route table, set"
              + " route_table_id of the association that is the main one.");
    }
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.associateRouteTable(
                r ->
                    r.routeTableId(wanted.routeTableId())
                        .subnetId(wanted.subnetId())
                        .gatewayId(gateway))
            .associationId();
    return ReadBack.created(wanted, () -> read(ec2, id));
  }

  @Override
  public RouteTableAssociation update(
      Aws aws, RouteTableAssociation from, RouteTableAssociation to) {
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.replaceRouteTableAssociation(
                r ->
                    r.associationId(from.routeTableAssociationId()).routeTableId(to.routeTableId()))
            .newAssociationId();
    return ReadBack.updated(from, to, () -> read(ec2, id));
  }

  @Override
  public void delete(Aws aws, RouteTableAssociation association) {
    Deletion.run(
        () ->
            Ec2.client(aws)
                .disassociateRouteTable(
                    r -> r.associationId(association.routeTableAssociationId())));
  }

  private static Optional<RouteTableAssociation> read(Ec2Client ec2, String id) {
    return RouteTables.ofAssociation(ec2, id).stream()
        .flatMap(RouteTableAssociationResource::rows)
        .filter(association -> association.routeTableAssociationId().equals(id))
        .findFirst();
  }

  private static Stream<RouteTableAssociation> rows(
      software.amazon.awssdk.services.ec2.model.RouteTable table) {
    return table.associations().stream()
        .map(RouteTableAssociationResource::row)
        .filter(association -> association.state() == null || !GONE.contains(association.state()));
  }

  private static RouteTableAssociation row(
      software.amazon.awssdk.services.ec2.model.RouteTableAssociation association) {
    boolean main = Boolean.TRUE.equals(association.main());
    return new RouteTableAssociation(
        association.routeTableAssociationId(),
        association.routeTableId(),
        association.subnetId(),
        GatewayIds.internet(association.gatewayId()),
        GatewayIds.vpn(association.gatewayId()),
        main,
        Optional.ofNullable(association.associationState())
            .map(RouteTableAssociationState::stateAsString)
            .orElse(null),
        main);
  }
}
