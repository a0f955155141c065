package dev.iasql.sync.account;

import dev.iasql.aws.client.AwsSessions;
import dev.iasql.aws.client.AwsSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What it takes to sign in to AWS, made once for all tenants. */
@ApplicationScoped
public class AccountsProducer {

  @Produces
  @Singleton
  AwsSessions sessions(AwsConfiguration configuration) {
    return new AwsSessions(settings(configuration));
  }

  void close(@Disposes AwsSessions sessions) {
    sessions.close();
  }

  @Produces
  @Singleton
  Credentials credentials(CredentialsConfiguration configuration) {
    return new Credentials(configuration.keyFile());
  }

  @Produces
  @Singleton
  Accounts accounts(AwsSessions sessions, Credentials credentials, AwsConfiguration configuration) {
    return new Accounts(sessions, credentials, configuration);
  }

  /** The same for every tenant. */
  public static AwsSettings settings(AwsConfiguration configuration) {
    AwsSettings usual = AwsSettings.of(configuration.region());
    return new AwsSettings(
        configuration.endpoint(),
        configuration.region(),
        configuration.profile(),
        usual.concurrentCalls(),
        configuration.attempts(),
        configuration.firstRetryDelay(),
        usual.longestRetryDelay(),
        usual.attemptTimeout(),
        usual.callTimeout());
  }
}
