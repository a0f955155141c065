package dev.iasql.local.cli;

import dev.iasql.local.system.Cloud;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which AWS is meant. */
final class CloudChoice {
  @Option(
      names = "--aws",
      description = {
        "Use your own AWS account, with the credentials the AWS SDK finds.",
        "Nothing is changed there until you commit."
      })
  private boolean aws;

  @Option(
      names = "--profile",
      paramLabel = "P",
      description = "With --aws: the profile of your AWS configuration to use.")
  private String profile;

  @Option(
      names = "--aws-endpoint",
      paramLabel = "URL",
      description =
          "Use an AWS emulator that runs already at this address: moto, LocalStack, Floci or MiniStack.")
  private String endpoint;

  @Option(
      names = "--no-seed",
      description = "Start the AWS emulator with empty accounts, without sample networks.")
  private boolean empty;

  /**
   * What was chosen.
   *
   * @throws IllegalArgumentException if the options contradict each other
   */
  Cloud cloud() {
    if (aws && endpoint != null) {
      throw new IllegalArgumentException("--aws and --aws-endpoint exclude each other");
    }
    if (empty && (aws || endpoint != null)) {
      throw new IllegalArgumentException(
          "--no-seed is about the AWS emulator, which is not started with --aws or --aws-endpoint");
    }
    if (profile != null && !aws) {
      throw new IllegalArgumentException("--profile needs --aws");
    }
    if (aws) {
      return new Cloud.Aws(Optional.ofNullable(profile));
    }
    return endpoint == null ? new Cloud.Emulator(!empty) : new Cloud.Endpoint(address());
  }

  private URI address() {
    URI address = URI.create(endpoint);
    if (address.getHost() == null || !address.getScheme().startsWith("http")) {
      throw new IllegalArgumentException(
          "--aws-endpoint wants an address like http://127.0.0.1:4566, not " + endpoint);
    }
    return address;
  }
}
