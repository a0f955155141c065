package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.CloudTable;
import dev.iasql.aws.spi.Column;
import dev.iasql.aws.spi.Computed;
import dev.iasql.aws.spi.Key;

@CloudTable(
    name = "availability_zone",
    comment =
        "A zone of the region the account can use: an availability, local or wavelength zone.")
public record AvailabilityZone(
    @Key @Column("Name of the zone, such as us-east-1a; each account has its own order of them.")
        String zoneName,
    @Computed @Column("Id of the zone, such as use1-az1; the same in every account.") String zoneId,
    @Computed @Column("Kind: availability-zone, local-zone or wavelength-zone.") String zoneType,
    @Computed @Column("Group of zones one opts in to together.") String groupName,
    @Computed @Column("Set of zones addresses are advertised from.") String networkBorderGroup,
    @Computed @Column("Zone that runs the control plane of a local or wavelength zone.")
        String parentZoneName,
    @Computed @Column("Whether the account opted in, if that is needed.") String optInStatus,
    @Computed @Column("State, such as available.") String state) {}
