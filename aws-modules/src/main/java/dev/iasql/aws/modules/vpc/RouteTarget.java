package dev.iasql.aws.modules.vpc;

import java.util.Objects;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;

/**
 * What a route leads to, as EC2 wants it said: one of these, the others {@code null}.
 *
 * @param gatewayId an internet gateway or a virtual private gateway
 */
record RouteTarget(
    String gatewayId,
    String vpcEndpointId,
    String natGatewayId,
    String vpcPeeringConnectionId,
    String instanceId,
    String networkInterfaceId,
    String egressOnlyInternetGatewayId,
    String transitGatewayId,
    String carrierGatewayId,
    String localGatewayId,
    String coreNetworkArn) {

  static RouteTarget of(Route route) {
    return from(column -> column.apply(route));
  }

  /**
   * What the user set to another value. A route to an instance also shows its network interface,
   * which the user need not clear to choose another target.
   */
  static RouteTarget changed(Route before, Route after) {
    return from(
        column -> {
          String value = column.apply(after);
          return Objects.equals(value, column.apply(before)) ? null : value;
        });
  }

  private static RouteTarget from(Function<Function<Route, String>, String> value) {
    String instance = value.apply(Route::instanceId);
    return new RouteTarget(
        GatewayIds.either(value.apply(Route::gatewayId), value.apply(Route::vpnGatewayId)),
        value.apply(Route::vpcEndpointId),
        value.apply(Route::natGatewayId),
        value.apply(Route::vpcPeeringConnectionId),
        instance,
        instance == null ? value.apply(Route::networkInterfaceId) : null,
        value.apply(Route::egressOnlyInternetGatewayId),
        value.apply(Route::transitGatewayId),
        value.apply(Route::carrierGatewayId),
        value.apply(Route::localGatewayId),
        value.apply(Route::coreNetworkArn));
  }

  void addTo(CreateRouteRequest.Builder request) {
    request
        .gatewayId(gatewayId)
        .vpcEndpointId(vpcEndpointId)
        .natGatewayId(natGatewayId)
        .vpcPeeringConnectionId(vpcPeeringConnectionId)
        .instanceId(instanceId)
        .networkInterfaceId(networkInterfaceId)
        .egressOnlyInternetGatewayId(egressOnlyInternetGatewayId)
        .transitGatewayId(transitGatewayId)
        .carrierGatewayId(carrierGatewayId)
        .localGatewayId(localGatewayId)
        .coreNetworkArn(coreNetworkArn);
  }

  void addTo(ReplaceRouteRequest.Builder request) {
    request
        .gatewayId(gatewayId)
        .vpcEndpointId(vpcEndpointId)
        .natGatewayId(natGatewayId)
        .vpcPeeringConnectionId(vpcPeeringConnectionId)
        .instanceId(instanceId)
        .networkInterfaceId(networkInterfaceId)
        .egressOnlyInternetGatewayId(egressOnlyInternetGatewayId)
        .transitGatewayId(transitGatewayId)
        .carrierGatewayId(carrierGatewayId)
        .localGatewayId(localGatewayId)
        .coreNetworkArn(coreNetworkArn);
  }
}
