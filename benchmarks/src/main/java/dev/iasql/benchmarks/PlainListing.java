package dev.iasql.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/**
 * The baseline: a plain SDK program that lists what the modules' tables hold, with the same
 * concurrency and page sizes as the sync service, and keeps nothing.
 */
final class PlainListing {
  private static final int CONCURRENCY = 16;
  private static final int PAGE = 1000;

  private final AwsClients clients;
  private final List<String> regions;

  PlainListing(AwsClients clients, List<String> regions) {
    this.clients = clients;
    this.regions = regions;
  }

  /** How many resources it saw. */
  long run() throws InterruptedException, ExecutionException {
    List<Callable<Long>> listings = new ArrayList<>();
    for (String region : regions) {
      listings.addAll(listings(clients.ec2(region)));
    }
    Semaphore places = new Semaphore(CONCURRENCY);
    long seen = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> running = new ArrayList<>();
      for (Callable<Long> listing : listings) {
        running.add(threads.submit(() -> within(places, listing)));
      }
      for (Future<Long> task : running) {
        seen += task.get();
      }
    }
    return seen;
  }

  private static long within(Semaphore places, Callable<Long> listing) throws Exception {
    places.acquire();
    try {
      return listing.call();
    } finally {
      places.release();
    }
  }

  private static List<Callable<Long>> listings(Ec2Client ec2) {
    return List.of(
        () -> ec2.describeVpcsPaginator().vpcs().stream().peek(vpc -> attributes(ec2, vpc)).count(),
        () -> ec2.describeSubnetsPaginator().subnets().stream().count(),
        () -> ec2.describeRouteTablesPaginator().routeTables().stream().count(),
        () -> ec2.describeInternetGatewaysPaginator().internetGateways().stream().count(),
        () -> ec2.describeNatGatewaysPaginator().natGateways().stream().count(),
        () -> (long) ec2.describeAddresses().addresses().size(),
        () -> ec2.describeNetworkAclsPaginator().networkAcls().stream().count(),
        () -> ec2.describeDhcpOptionsPaginator().dhcpOptions().stream().count(),
        () -> (long) ec2.describeAvailabilityZones().availabilityZones().size(),
        () -> ec2.describeVpcPeeringConnectionsPaginator().vpcPeeringConnections().stream().count(),
        () -> ec2.describeVpcEndpointsPaginator().vpcEndpoints().stream().count(),
        () ->
            ec2.describeSecurityGroupsPaginator(r -> r.maxResults(PAGE)).securityGroups().stream()
                .count(),
        () ->
            ec2
                .describeSecurityGroupRulesPaginator(r -> r.maxResults(PAGE))
                .securityGroupRules()
                .stream()
                .count());
  }

  private static void attributes(Ec2Client ec2, Vpc vpc) {
    ec2.describeVpcAttribute(
        r -> r.vpcId(vpc.vpcId()).attribute(VpcAttributeName.ENABLE_DNS_SUPPORT));
    ec2.describeVpcAttribute(
        r -> r.vpcId(vpc.vpcId()).attribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES));
  }
}
