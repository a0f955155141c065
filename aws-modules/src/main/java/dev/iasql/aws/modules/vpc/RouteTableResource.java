package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Route tables. A VPC's main one is made and removed with the VPC. */
final class RouteTableResource implements ManagedResource<RouteTable> {
  @Override
  public Class<RouteTable> record() {
    return RouteTable.class;
  }

  @Override
  public Stream<RouteTable> list(Aws aws) {
    return RouteTables.all(Ec2.client(aws)).map(RouteTableResource::row);
  }

  @Override
  public RouteTable create(Aws aws, RouteTable wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.createRouteTable(
                r ->
                    r.vpcId(wanted.vpcId())
                        .clientToken(aws.idempotencyToken())
                        .tagSpecifications(Ec2Tags.at(ResourceType.ROUTE_TABLE, wanted.tags())))
            .routeTable()
            .routeTableId();
    return ReadBack.created(wanted, () -> read(ec2, id));
  }

  @Override
  public RouteTable update(Aws aws, RouteTable from, RouteTable to) {
    Ec2Client ec2 = Ec2.client(aws);
    Ec2Tags.change(ec2, from.routeTableId(), from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(ec2, from.routeTableId()));
  }

  @Override
  public void delete(Aws aws, RouteTable table) {
    Deletion.run(() -> Ec2.client(aws).deleteRouteTable(r -> r.routeTableId(table.routeTableId())));
  }

  private static Optional<RouteTable> read(Ec2Client ec2, String id) {
    return RouteTables.one(ec2, id).map(RouteTableResource::row);
  }

  private static RouteTable row(software.amazon.awssdk.services.ec2.model.RouteTable table) {
    return new RouteTable(
        table.routeTableId(),
        table.vpcId(),
        table.propagatingVgws().stream().map(gateway -> gateway.gatewayId()).toList(),
        table.ownerId(),
        table.associations().stream().anyMatch(a -> Boolean.TRUE.equals(a.main())),
        Ec2Tags.of(table.tags()));
  }
}
