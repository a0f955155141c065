package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.core.error.UserException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTableAssociationResourceIT extends ManagedConformance<RouteTableAssociation> {
  @Override
  protected ManagedResource<RouteTableAssociation> resource() {
    return new RouteTableAssociationResource();
  }

  @Override
  protected String listAction() {
    return "DescribeRouteTables";
  }

  @Override
  protected RouteTableAssociation wanted(int number) {
    return new RouteTableAssociation(
        "new-association",
        network.routeTable(),
        network.subnet(number),
        null,
        null,
        false,
        null,
        false);
  }

  @Override
  protected Map<String, Object> changes(RouteTableAssociation created) {
    return Map.of("route_table_id", network.routeTable());
  }

  @Test
  void changesWhichTableIsTheMainOne() {
    String vpc = network.vpc();
    String other = network.routeTable();
    RouteTableAssociation main = mainOf(vpc);
    assertThat(main.awsManaged()).isTrue();

    RouteTableAssociation changed =
        resource().update(aws, main, with(main, "route_table_id", other));

    assertThat(changed.main()).isTrue();
    assertThat(mainOf(vpc)).isEqualTo(changed);
    assertThat(mainOf(vpc).routeTableId()).isEqualTo(other);
  }

  private RouteTableAssociation mainOf(String vpc) {
    List<String> tables =
        network
            .ec2()
            .describeRouteTables(r -> r.filters(Ec2.filter("vpc-id", vpc)))
            .routeTables()
            .stream()
            .map(table -> table.routeTableId())
            .toList();
    return all(aws).stream()
        .filter(RouteTableAssociation::main)
        .filter(association -> tables.contains(association.routeTableId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void associatesAnInternetGateway() {
    RouteTableAssociation wanted = with(wanted(1), "subnet_id", null);

    RouteTableAssociation created = made(with(wanted, "gateway_id", network.internetGateway()));

    assertThat(created.gatewayId()).startsWith("igw-");
    assertThat(created.vpnGatewayId()).isNull();
  }

  @Test
  void refusesToMakeAMainAssociation() {
    RouteTableAssociation neither = with(wanted(1), "subnet_id", null);

    assertThatThrownBy(() -> resource().create(aws, neither))
        .isInstanceOf(UserException.class)
        .hasMessage("a route table can only be associated with a subnet or a gateway");
  }
}
