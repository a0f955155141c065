package dev.iasql.aws.client;

import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.SignIn;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;

/** AWS through the SDK. Cheap to make; the clients behind it are kept. */
public final class AwsSession implements Aws {
  /** The most characters AWS takes in a token, in every service that has one. */
  private static final int LONGEST_TOKEN = 64;

  private final AwsIdentity identity;
  private final SignIn signIn;
  private final String region;
  private final String token;

  AwsSession(AwsIdentity identity, SignIn signIn, String region, String token) {
    this.identity = identity;
    this.signIn = signIn;
    this.region = region;
    this.token = token;
  }

  /**
   * The same, for one operation.
   *
   * @param idempotencyToken names the operation; repeated with it, the operation keeps it. At most
   *     64 characters.
   */
  public AwsSession withToken(String idempotencyToken) {
    if (idempotencyToken.isEmpty() || idempotencyToken.length() > LONGEST_TOKEN) {
      throw new IllegalArgumentException("an idempotency token has 1 to 64 characters");
    }
    return new AwsSession(identity, signIn, region, idempotencyToken);
  }

  @Override
  public String accountId() {
    return signIn.accountId();
  }

  @Override
  public String region() {
    return region;
  }

  @Override
  public SignIn signIn() {
    return signIn;
  }

  @Override
  public <B extends AwsClientBuilder<B, C>, C extends SdkClient> C client(
      Class<C> type, Supplier<B> builder) {
    return identity.client(type, builder, region);
  }

  /**
   * @throws IllegalStateException if this is no operation's session: a token made up here would
   *     change with every repetition and protect from nothing
   */
  @Override
  public String idempotencyToken() {
    if (token == null) {
      throw new IllegalStateException("the operation has no idempotency token");
    }
    return token;
  }
}
