package dev.iasql.aws.spi;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;

/** AWS as seen by one call: one account, one region, signed in. */
public interface Aws {
  /** The account, 12 digits. */
  String accountId();

  /** The region calls go to; for global resources the region their API lives in. */
  String region();

  /** How the account is signed in to. */
  SignIn signIn();

  /** What the operator prefers for the regions of an account that is seen for the first time. */
  default RegionChoice regionChoice() {
    return RegionChoice.NONE;
  }

  /**
   * A client of a service, made once and kept: {@code aws.client(Ec2Client.class,
   * Ec2Client::builder)}. Do not close it.
   */
  <B extends AwsClientBuilder<B, C>, C extends SdkClient> C client(
      Class<C> type, Supplier<B> builder);

  /**
   * A token that is the same each time the same operation is repeated, for AWS calls that take one.
   */
  String idempotencyToken();
}
