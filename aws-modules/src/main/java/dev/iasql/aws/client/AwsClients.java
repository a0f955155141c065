package dev.iasql.aws.client;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Makes clients that share one connection pool and one timer. A client owns nothing of its own, so
 * one that is no longer used needs no closing.
 */
final class AwsClients implements AutoCloseable {
  private final AwsSettings settings;
  private final SdkHttpClient http;
  private final ScheduledExecutorService timer;
  private final ClientOverrideConfiguration configuration;

  AwsClients(AwsSettings settings) {
    this.settings = settings;
    this.http =
        ApacheHttpClient.builder()
            .maxConnections(settings.concurrentCalls())
            // More callers than connections means waiting for a turn, not failing.
            .connectionAcquisitionTimeout(settings.attemptTimeout())
            .socketTimeout(settings.attemptTimeout())
            .tcpKeepAlive(true)
            .build();
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("aws-timeouts").factory());
    this.configuration =
        ClientOverrideConfiguration.builder()
            .retryStrategy(retries(settings))
            .apiCallAttemptTimeout(settings.attemptTimeout())
            .apiCallTimeout(settings.callTimeout())
            .scheduledExecutorService(timer)
            .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "iasql")
            .build();
  }

  <B extends AwsClientBuilder<B, C>, C extends SdkClient> C build(
      B builder, AwsCredentialsProvider credentials, String region) {
    if (!(builder instanceof SdkSyncClientBuilder<?, ?> blocking)) {
      throw new IllegalArgumentException("only blocking clients are kept: " + builder.getClass());
    }
    blocking.httpClient(http);
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder
        .credentialsProvider(credentials)
        .region(Region.of(region))
        .overrideConfiguration(configuration)
        .build();
  }

  /**
   * The SDK's circuit breaker is off: it would end the retries of a listing because those of others
   * failed, while pauses that double already keep the load down.
   */
  private static RetryStrategy retries(AwsSettings settings) {
    BackoffStrategy pauses =
        BackoffStrategy.exponentialDelayHalfJitter(
            settings.firstRetryDelay(), settings.longestRetryDelay());
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(settings.attempts())
        .backoffStrategy(pauses)
        .throttlingBackoffStrategy(pauses)
        .circuitBreakerEnabled(false)
        .build();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    http.close();
  }
}
