package dev.iasql.sync.account;

import dev.iasql.aws.client.AwsSession;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.RegionChoice;
import dev.iasql.aws.spi.SignIn;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;

/** A session together with what this service's configuration prefers. */
record TenantSession(AwsSession session, RegionChoice regionChoice) implements Aws {
  @Override
  public String accountId() {
    return session.accountId();
  }

  @Override
  public String region() {
    return session.region();
  }

  @Override
  public SignIn signIn() {
    return session.signIn();
  }

  @Override
  public <B extends AwsClientBuilder<B, C>, C extends SdkClient> C client(
      Class<C> type, Supplier<B> builder) {
    return session.client(type, builder);
  }

  @Override
  public String idempotencyToken() {
    return session.idempotencyToken();
  }
}
