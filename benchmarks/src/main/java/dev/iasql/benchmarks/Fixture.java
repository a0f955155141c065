package dev.iasql.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/** Puts the resources to import into the emulator. */
final class Fixture {
  private static final int CONCURRENCY = 8;

  private final Settings settings;
  private final AwsClients clients;

  Fixture(Settings settings, AwsClients clients) {
    this.settings = settings;
    this.clients = clients;
  }

  /** Adds groups until every region has the wanted number; subnets only once. */
  void ensure(int groupsPerRegion) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(CONCURRENCY)) {
      List<Future<?>> running = new ArrayList<>();
      for (String region : settings.regions()) {
        Ec2Client ec2 = clients.ec2(region);
        String vpcId = vpc(ec2);
        int present =
            ec2.describeSecurityGroups(r -> r.filters(f -> f.name("vpc-id").values(vpcId)))
                    .securityGroups()
                    .size()
                - 1;
        for (int i = present; i < groupsPerRegion; i++) {
          String name = "bench-" + i;
          running.add(threads.submit(() -> group(ec2, vpcId, name)));
        }
      }
      for (Future<?> task : running) {
        task.get();
      }
    }
  }

  private String vpc(Ec2Client ec2) {
    return ec2
        .describeVpcs(r -> r.filters(f -> f.name("cidr").values("10.200.0.0/16")))
        .vpcs()
        .stream()
        .findFirst()
        .map(vpc -> vpc.vpcId())
        .orElseGet(() -> newVpc(ec2));
  }

  private String newVpc(Ec2Client ec2) {
    String vpcId = ec2.createVpc(r -> r.cidrBlock("10.200.0.0/16")).vpc().vpcId();
    for (int i = 0; i < settings.subnetsPerRegion(); i++) {
      String block = "10.200.%d.0/24".formatted(i);
      ec2.createSubnet(r -> r.vpcId(vpcId).cidrBlock(block));
    }
    return vpcId;
  }

  private static void group(Ec2Client ec2, String vpcId, String name) {
    String groupId =
        ec2.createSecurityGroup(r -> r.groupName(name).description("benchmark").vpcId(vpcId))
            .groupId();
    ec2.authorizeSecurityGroupIngress(
        r -> r.groupId(groupId).ipPermissions(permission(80), permission(443)));
  }

  private static IpPermission permission(int port) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(port)
        .toPort(port)
        .ipRanges(range -> range.cidrIp("10.0.0.0/8"))
        .build();
  }
}
