package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.aws.model.RowCodec;
import dev.iasql.core.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;

class RouteTargetTest {

  @ParameterizedTest
  @CsvSource({
    "gateway_id, GatewayId",
    "vpn_gateway_id, GatewayId",
    "vpc_endpoint_id, VpcEndpointId",
    "nat_gateway_id, NatGatewayId",
    "vpc_peering_connection_id, VpcPeeringConnectionId",
    "instance_id, InstanceId",
    "network_interface_id, NetworkInterfaceId",
    "egress_only_internet_gateway_id, EgressOnlyInternetGatewayId",
    "transit_gateway_id, TransitGatewayId",
    "carrier_gateway_id, CarrierGatewayId",
    "local_gateway_id, LocalGatewayId",
    "core_network_arn, CoreNetworkArn"
  })
  void isSentAsTheParameterOfItsKind(String column, String parameter) {
    RouteTarget target = RouteTarget.of(route(Map.of(column, "id-1")));
    CreateRouteRequest.Builder create = CreateRouteRequest.builder();
    ReplaceRouteRequest.Builder replace = ReplaceRouteRequest.builder();

    target.addTo(create);
    target.addTo(replace);

    assertThat(create.build().getValueForField(parameter, String.class)).contains("id-1");
    assertThat(replace.build().getValueForField(parameter, String.class)).contains("id-1");
    assertThat(create.build().toString()).containsOnlyOnce("id-1");
    assertThat(replace.build().toString()).containsOnlyOnce("id-1");
  }

  @Test
  void isWhatChangedEvenIfAnInstanceKeepsItsNetworkInterface() {
    Route toInstance = route(Map.of("instance_id", "i-1", "network_interface_id", "eni-1"));
    Route toGateway =
        route(Map.of("instance_id", "i-1", "network_interface_id", "eni-1", "gateway_id", "igw-1"));

    RouteTarget target = RouteTarget.changed(toInstance, toGateway);

    assertThat(target.gatewayId()).isEqualTo("igw-1");
    assertThat(target.instanceId()).isNull();
    assertThat(target.networkInterfaceId()).isNull();
  }

  @Test
  void isTheInstanceRatherThanItsNetworkInterface() {
    RouteTarget target =
        RouteTarget.of(route(Map.of("instance_id", "i-1", "network_interface_id", "eni-1")));

    assertThat(target.instanceId()).isEqualTo("i-1");
    assertThat(target.networkInterfaceId()).isNull();
  }

  private static Route route(Map<String, String> targets) {
    Map<String, Object> row = new HashMap<>(targets);
    row.put("route_table_id", "rtb-1");
    row.put("destination", "0.0.0.0/0");
    row.put("local_target", false);
    row.put("aws_managed", false);
    return new RowCodec<>(Route.class).fromJson(Json.MAPPER.valueToTree(row));
  }
}
