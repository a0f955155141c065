package dev.iasql.aws.modules.account;

import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.CloudResource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Region;

/** Regions as DescribeRegions lists them; those the account has not opted in to are included. */
public final class AwsRegionResource implements CloudResource<AwsRegion> {
  private static final String NOT_OPTED_IN = "not-opted-in";

  @Override
  public Class<AwsRegion> record() {
    return AwsRegion.class;
  }

  @Override
  public Stream<AwsRegion> list(Aws aws) {
    List<Region> regions =
        aws.client(Ec2Client.class, Ec2Client::builder)
            .describeRegions(request -> request.allRegions(true))
            .regions();
    Set<String> enabled = aws.regionChoice().enabledOf(usable(regions));
    String defaultRegion = aws.regionChoice().defaultOf(enabled);
    return regions.stream()
        .map(
            region ->
                new AwsRegion(
                    region.regionName(),
                    enabled.contains(region.regionName()),
                    region.regionName().equals(defaultRegion),
                    region.optInStatus(),
                    region.endpoint()));
  }

  private static List<String> usable(List<Region> regions) {
    return regions.stream()
        .filter(region -> !NOT_OPTED_IN.equals(region.optInStatus()))
        .map(Region::regionName)
        .toList();
  }
}
