package dev.iasql.aws.kit;

import dev.iasql.aws.modules.vpc.Ec2;
import dev.iasql.aws.spi.Aws;
import java.util.ArrayDeque;
import java.util.Deque;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** What rows under test need to exist, made by plain calls and removed after the test. */
public final class Network {
  private final Ec2Client ec2;
  private final Deque<Runnable> removals = new ArrayDeque<>();
  private String vpc;

  Network(Aws aws) {
    this.ec2 = Ec2.client(aws);
  }

  public Ec2Client ec2() {
    return ec2;
  }

  /** The one VPC most tests need. */
  public String vpc() {
    if (vpc == null) {
      vpc = anotherVpc();
    }
    return vpc;
  }

  public String anotherVpc() {
    String id =
        ec2.createVpc(r -> r.cidrBlock("10.77.0.0/16").amazonProvidedIpv6CidrBlock(true))
            .vpc()
            .vpcId();
    // The emulator keeps it, and lists it from then on.
    String defaultAcl =
        ec2.describeNetworkAcls(r -> r.filters(Ec2.filter("vpc-id", id)))
            .networkAcls()
            .getFirst()
            .networkAclId();
    later(() -> ec2.deleteNetworkAcl(r -> r.networkAclId(defaultAcl)));
    later(() -> ec2.deleteVpc(r -> r.vpcId(id)));
    return id;
  }

  public String subnet(int number) {
    String id =
        ec2.createSubnet(r -> r.vpcId(vpc()).cidrBlock("10.77.%d.0/24".formatted(number)))
            .subnet()
            .subnetId();
    later(() -> ec2.deleteSubnet(r -> r.subnetId(id)));
    return id;
  }

  public String routeTable() {
    String id = ec2.createRouteTable(r -> r.vpcId(vpc())).routeTable().routeTableId();
    later(() -> ec2.deleteRouteTable(r -> r.routeTableId(id)));
    return id;
  }

  public String networkAcl() {
    String id = ec2.createNetworkAcl(r -> r.vpcId(vpc())).networkAcl().networkAclId();
    later(() -> ec2.deleteNetworkAcl(r -> r.networkAclId(id)));
    return id;
  }

  public String internetGateway() {
    String id = ec2.createInternetGateway().internetGateway().internetGatewayId();
    ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc()));
    later(() -> ec2.deleteInternetGateway(r -> r.internetGatewayId(id)));
    later(() -> ec2.detachInternetGateway(r -> r.internetGatewayId(id).vpcId(vpc())));
    return id;
  }

  public String elasticIp() {
    String id = ec2.allocateAddress(r -> r.domain("vpc")).allocationId();
    later(() -> ec2.releaseAddress(r -> r.allocationId(id)));
    return id;
  }

  public String dhcpOptions() {
    String id =
        ec2.createDhcpOptions(
                r -> r.dhcpConfigurations(c -> c.key("domain-name").values("example.com")))
            .dhcpOptions()
            .dhcpOptionsId();
    later(() -> ec2.deleteDhcpOptions(r -> r.dhcpOptionsId(id)));
    return id;
  }

  public String securityGroup(String name) {
    String id =
        ec2.createSecurityGroup(r -> r.groupName(name).description("test").vpcId(vpc())).groupId();
    later(() -> ec2.deleteSecurityGroup(r -> r.groupId(id)));
    return id;
  }

  /** Has something removed after the test, before what was made earlier. */
  public void later(Runnable removal) {
    removals.push(removal);
  }

  void remove() {
    while (!removals.isEmpty()) {
      try {
        removals.pop().run();
      } catch (SdkException e) {
        // The emulator ends with the tests; what a test removed itself is gone already.
        continue;
      }
    }
  }
}
