package dev.iasql.aws.kit;

import dev.iasql.aws.client.AwsSession;
import dev.iasql.aws.client.AwsSessions;
import dev.iasql.aws.client.AwsSettings;
import dev.iasql.aws.client.StoredKeys;
import dev.iasql.aws.spi.SignIn;
import dev.iasql.local.TestServers;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/** The emulator behind a proxy, signed in to as its default account. */
public final class EmulatedAws implements AutoCloseable {
  public static final String ACCOUNT = "123456789012";
  public static final String REGION = "us-east-1";
  public static final String OTHER_REGION = "eu-west-1";

  /** How often the SDK tries a call. */
  public static final int ATTEMPTS = 4;

  private static final StoredKeys KEYS = new StoredKeys("test", "test", null);

  private final AwsProxy proxy = new AwsProxy(URI.create(TestServers.aws().endpoint()));
  private final AwsSessions sessions =
      new AwsSessions(
          AwsSettings.of(REGION)
              .withEndpoint(proxy.endpoint())
              .withRetries(ATTEMPTS, Duration.ofMillis(10)));

  public AwsProxy proxy() {
    return proxy;
  }

  /** A session for one operation. */
  public AwsSession in(String region) {
    return as(new SignIn(ACCOUNT, null, null, null, true), region);
  }

  public AwsSession here() {
    return in(REGION);
  }

  public AwsSession as(SignIn signIn, String region) {
    return sessions.open(signIn, region, KEYS).withToken(UUID.randomUUID().toString());
  }

  @Override
  public void close() {
    sessions.close();
    proxy.close();
  }
}
