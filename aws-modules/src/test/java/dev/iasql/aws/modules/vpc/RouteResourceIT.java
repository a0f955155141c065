package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.aws.kit.AwsFault;
import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteResourceIT extends ManagedConformance<Route> {
  @Override
  protected ManagedResource<Route> resource() {
    return new RouteResource();
  }

  @Override
  protected String listAction() {
    return "DescribeRouteTables";
  }

  @Override
  protected Route wanted(int number) {
    return route(network.routeTable(), "0.0.0.0/0", "gateway_id", network.internetGateway());
  }

  private Route route(String table, String destination, String targetColumn, String target) {
    Route none =
        new Route(
            table,
            destination,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            false);
    return with(none, targetColumn, target);
  }

  @Override
  protected Map<String, Object> changes(Route created) {
    return Map.of("gateway_id", network.internetGateway());
  }

  @Override
  protected Set<String> notEmulated() {
    // One of them has a value at a time; their own tests.
    return Set.of(
        "nat_gateway_id",
        "vpc_peering_connection_id",
        "vpn_gateway_id",
        "vpc_endpoint_id",
        "instance_id",
        "network_interface_id",
        "egress_only_internet_gateway_id",
        "transit_gateway_id",
        "carrier_gateway_id",
        "local_gateway_id",
        "core_network_arn");
  }

  @Test
  void marksTheLocalRouteAsAwss() {
    String table = network.routeTable();

    assertThat(all(aws))
        .filteredOn(route -> route.routeTableId().equals(table))
        .filteredOn(route -> route.destination().equals("10.77.0.0/16"))
        .singleElement()
        .satisfies(
            route -> {
              assertThat(route.localTarget()).isTrue();
              assertThat(route.gatewayId()).isNull();
              assertThat(route.origin()).isEqualTo("CreateRouteTable");
              assertThat(route.awsManaged()).isTrue();
            });
  }

  @Test
  void replacesAGatewayByANetworkInterface() {
    Route toGateway = made(wanted(1));
    String nic =
        network
            .ec2()
            .createNetworkInterface(r -> r.subnetId(network.subnet(1)))
            .networkInterface()
            .networkInterfaceId();
    network.later(() -> network.ec2().deleteNetworkInterface(r -> r.networkInterfaceId(nic)));

    Route to = with(with(toGateway, "gateway_id", null), "network_interface_id", nic);
    Route toNic = resource().update(aws, toGateway, to);

    assertThat(toNic.networkInterfaceId()).isEqualTo(nic);
    assertThat(toNic.gatewayId()).isNull();
  }

  @Test
  void sendsIpv6Traffic() {
    Route created =
        made(route(network.routeTable(), "::/0", "gateway_id", network.internetGateway()));

    assertThat(created.destination()).isEqualTo("::/0");
    resource().delete(aws, created);
    assertThat(listed(created)).isNull();
  }

  @Test
  void sendsTrafficOfAVpnGateway() {
    String vpn = network.ec2().createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
    network.later(() -> network.ec2().deleteVpnGateway(r -> r.vpnGatewayId(vpn)));

    Route created = made(route(network.routeTable(), "192.168.0.0/16", "vpn_gateway_id", vpn));

    assertThat(created.vpnGatewayId()).isEqualTo(vpn);
    assertThat(created.gatewayId()).isNull();
  }

  @Test
  void takesOverTheRouteOfALostAnswer() {
    emulated.proxy().inject(AwsFault.loseAnswer("CreateRoute"));

    Route created = made(wanted(1));

    assertThat(listed(created)).isEqualTo(created);
    assertThat(emulated.proxy().calls("CreateRoute")).isEqualTo(2);
  }

  @Test
  void reportsARouteThatExists() {
    Route created = made(wanted(1));

    assertThatThrownBy(() -> resource().create(aws, created))
        .hasMessageContaining("already exists");
  }
}
