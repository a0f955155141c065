package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Creation;
import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;

/** Routes. Another target replaces the old one in one call, without a gap in traffic. */
final class RouteResource implements ManagedResource<Route> {
  private static final String LOCAL = "local";

  @Override
  public Class<Route> record() {
    return Route.class;
  }

  @Override
  public Stream<Route> list(Aws aws) {
    return RouteTables.all(Ec2.client(aws))
        .flatMap(table -> table.routes().stream().map(route -> row(table.routeTableId(), route)));
  }

  @Override
  public Route create(Aws aws, Route wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    Destination to = new Destination(wanted.destination());
    CreateRouteRequest.Builder request =
        CreateRouteRequest.builder()
            .routeTableId(wanted.routeTableId())
            .destinationCidrBlock(to.ipv4())
            .destinationIpv6CidrBlock(to.ipv6())
            .destinationPrefixListId(to.prefixList());
    RouteTarget.of(wanted).addTo(request);
    try {
      ec2.createRoute(request.build());
    } catch (Ec2Exception e) {
      if (!Creation.wasOurs(e)) {
        throw e;
      }
    }
    return ReadBack.created(wanted, () -> read(ec2, wanted));
  }

  @Override
  public Route update(Aws aws, Route from, Route to) {
    Ec2Client ec2 = Ec2.client(aws);
    Destination destination = new Destination(from.destination());
    ReplaceRouteRequest.Builder request =
        ReplaceRouteRequest.builder()
            .routeTableId(from.routeTableId())
            .destinationCidrBlock(destination.ipv4())
            .destinationIpv6CidrBlock(destination.ipv6())
            .destinationPrefixListId(destination.prefixList());
    RouteTarget.changed(from, to).addTo(request);
    ec2.replaceRoute(request.build());
    return ReadBack.updated(from, to, () -> read(ec2, from));
  }

  @Override
  public void delete(Aws aws, Route route) {
    Destination destination = new Destination(route.destination());
    Deletion.run(
        () ->
            Ec2.client(aws)
                .deleteRoute(
                    r ->
                        r.routeTableId(route.routeTableId())
                            .destinationCidrBlock(destination.ipv4())
                            .destinationIpv6CidrBlock(destination.ipv6())
                            .destinationPrefixListId(destination.prefixList())));
  }

  private static Optional<Route> read(Ec2Client ec2, Route sought) {
    Destination destination = new Destination(sought.destination());
    return RouteTables.one(ec2, sought.routeTableId()).stream()
        .flatMap(table -> table.routes().stream())
        .filter(route -> Destination.of(route).isSameAs(destination))
        .findFirst()
        .map(route -> row(sought.routeTableId(), route));
  }

  private static Route row(
      String routeTableId, software.amazon.awssdk.services.ec2.model.Route route) {
    String gateway = route.gatewayId();
    return new Route(
        routeTableId,
        Destination.of(route).text(),
        GatewayIds.internet(gateway),
        route.natGatewayId(),
        route.vpcPeeringConnectionId(),
        GatewayIds.vpn(gateway),
        GatewayIds.endpoint(gateway),
        route.instanceId(),
        route.networkInterfaceId(),
        route.egressOnlyInternetGatewayId(),
        route.transitGatewayId(),
        route.carrierGatewayId(),
        route.localGatewayId(),
        route.coreNetworkArn(),
        LOCAL.equals(gateway),
        route.stateAsString(),
        route.originAsString(),
        isAwsManaged(route));
  }

  /**
   * Routes of gateway endpoints say they were made by CreateRoute, but only the endpoint can take
   * them away; they lead from a prefix list to the endpoint.
   */
  private static boolean isAwsManaged(software.amazon.awssdk.services.ec2.model.Route route) {
    boolean made = !RouteOrigin.CREATE_ROUTE.toString().equals(route.originAsString());
    boolean ofEndpoint =
        route.destinationPrefixListId() != null && GatewayIds.endpoint(route.gatewayId()) != null;
    return made || ofEndpoint;
  }
}
