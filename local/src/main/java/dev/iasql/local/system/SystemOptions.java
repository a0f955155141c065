package dev.iasql.local.system;

import dev.iasql.local.emulator.EmulatorPart;
import java.util.List;
import java.util.Optional;

/**
 * What the user decided about a running system.
 *
 * @param ports where everything listens
 * @param cloud the AWS it works on
 * @param region the default region; empty leaves it to the SDK's own configuration
 * @param regions the regions that the first import enables; empty leaves it to sync-service
 * @param demo whether the tenant {@code demo} is made
 */
public record SystemOptions(
    PortPlan ports, Cloud cloud, Optional<String> region, List<String> regions, boolean demo) {

  public SystemOptions {
    regions = List.copyOf(regions);
  }

  /** With the regions of the emulator's sample where nothing else was asked for. */
  public static SystemOptions of(
      PortPlan ports, Cloud cloud, Optional<String> region, List<String> regions, boolean demo) {
    return switch (cloud) {
      case Cloud.Aws _ -> new SystemOptions(ports, cloud, region, regions, demo);
      case Cloud.Emulator _, Cloud.Endpoint _ ->
          new SystemOptions(
              ports,
              cloud,
              region
                  .or(() -> regions.stream().findFirst())
                  .or(() -> Optional.of(EmulatorPart.REGIONS.getFirst())),
              regions.isEmpty() ? EmulatorPart.REGIONS : regions,
              demo);
    };
  }

  /** Where AWS clients send their calls; empty for AWS itself. */
  public Optional<String> awsEndpoint() {
    return switch (cloud) {
      case Cloud.Emulator _ -> Optional.of("http://127.0.0.1:" + ports.emulator());
      case Cloud.Endpoint endpoint -> Optional.of(endpoint.address().toString());
      case Cloud.Aws _ -> Optional.empty();
    };
  }
}
