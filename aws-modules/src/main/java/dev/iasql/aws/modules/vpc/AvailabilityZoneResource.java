package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.CloudResource;
import java.util.stream.Stream;

/** Availability zones: made by AWS alone. EC2 has no pages for them. */
final class AvailabilityZoneResource implements CloudResource<AvailabilityZone> {
  @Override
  public Class<AvailabilityZone> record() {
    return AvailabilityZone.class;
  }

  @Override
  public Stream<AvailabilityZone> list(Aws aws) {
    return Ec2.client(aws).describeAvailabilityZones().availabilityZones().stream()
        .map(AvailabilityZoneResource::row);
  }

  private static AvailabilityZone row(
      software.amazon.awssdk.services.ec2.model.AvailabilityZone zone) {
    return new AvailabilityZone(
        zone.zoneName(),
        zone.zoneId(),
        zone.zoneType(),
        zone.groupName(),
        zone.networkBorderGroup(),
        zone.parentZoneName(),
        zone.optInStatusAsString(),
        zone.stateAsString());
  }
}
