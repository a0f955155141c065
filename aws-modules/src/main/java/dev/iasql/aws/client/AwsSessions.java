package dev.iasql.aws.client;

import dev.iasql.aws.spi.SignIn;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Signs in to AWS accounts and keeps the clients; one for a whole service, used from any thread.
 *
 * <p>The base is a tenant's stored keys or, without them, the SDK's default chain (environment,
 * profile, SSO, web identity, instance profile); a role, if there is one, is assumed from it.
 */
public final class AwsSessions implements AutoCloseable {
  private static final String SESSION_NAME = "iasql";

  /** Identities kept; the one not used for longest makes room, so changed keys are forgotten. */
  private static final int IDENTITIES = 500;

  private record Who(StoredKeys keys, String roleArn, String externalId) {}

  private final AwsSettings settings;
  private final AwsClients clients;
  private final AwsCredentialsProvider ownCredentials;
  private final Map<Who, AwsIdentity> identities =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Who, AwsIdentity> eldest) {
          return size() > IDENTITIES;
        }
      };

  public AwsSessions(AwsSettings settings) {
    this.settings = settings;
    this.clients = new AwsClients(settings);
    DefaultCredentialsProvider.Builder chain = DefaultCredentialsProvider.builder();
    settings.profile().ifPresent(chain::profileName);
    this.ownCredentials =
        new SignInCredentials(
            settings.profile().map(name -> "profile " + name).orElse("the workers' own identity"),
            chain.build());
  }

  /** Signs in without stored keys. Nothing is sent before the first call. */
  public AwsSession open(SignIn signIn, String region) {
    return open(signIn, region, null);
  }

  /**
   * Signs in. Nothing is sent before the first call.
   *
   * @param keys keys the tenant stored for the account, or {@code null}
   */
  public AwsSession open(SignIn signIn, String region, StoredKeys keys) {
    return new AwsSession(
        identity(new Who(keys, signIn.roleArn(), signIn.externalId())), signIn, region, null);
  }

  private AwsIdentity identity(Who who) {
    synchronized (identities) {
      return identities.computeIfAbsent(who, w -> new AwsIdentity(clients, credentials(w)));
    }
  }

  private AwsCredentialsProvider credentials(Who who) {
    AwsCredentialsProvider base =
        who.keys() == null
            ? ownCredentials
            : StaticCredentialsProvider.create(who.keys().credentials());
    return who.roleArn() == null ? base : assumed(who, base);
  }

  private AwsCredentialsProvider assumed(Who who, AwsCredentialsProvider base) {
    StsClient sts = clients.build(StsClient.builder(), base, settings.region());
    return new SignInCredentials(
        "role " + who.roleArn(),
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts)
            .refreshRequest(
                request ->
                    request
                        .roleArn(who.roleArn())
                        .externalId(who.externalId())
                        .roleSessionName(SESSION_NAME))
            .build());
  }

  @Override
  public void close() {
    clients.close();
  }
}
