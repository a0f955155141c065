package dev.iasql.aws.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How AWS is called, the same for every account and region.
 *
 * @param endpoint where all calls go instead of to AWS, such as an emulator
 * @param region region of calls that have none of their own, such as signing in
 * @param profile profile of the shared AWS configuration files the workers' own identity comes from
 * @param concurrentCalls connections kept for calls that run at the same time
 * @param attempts how often a call is tried, the first time included
 * @param firstRetryDelay longest pause before the second attempt; it doubles with each further one
 * @param longestRetryDelay what the pause does not grow beyond
 * @param attemptTimeout when an attempt that is not answered is given up
 * @param callTimeout when a call is given up with all its attempts and pauses
 */
public record AwsSettings(
    Optional<URI> endpoint,
    String region,
    Optional<String> profile,
    int concurrentCalls,
    int attempts,
    Duration firstRetryDelay,
    Duration longestRetryDelay,
    Duration attemptTimeout,
    Duration callTimeout) {

  /** AWS itself, with patience for about half a minute of errors and throttling. */
  public static AwsSettings of(String region) {
    return new AwsSettings(
        Optional.empty(),
        region,
        Optional.empty(),
        32,
        6,
        Duration.ofSeconds(1),
        Duration.ofSeconds(20),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5));
  }

  public AwsSettings withEndpoint(URI address) {
    return new AwsSettings(
        Optional.of(address),
        region,
        profile,
        concurrentCalls,
        attempts,
        firstRetryDelay,
        longestRetryDelay,
        attemptTimeout,
        callTimeout);
  }

  public AwsSettings withRetries(int attemptLimit, Duration firstDelay) {
    return new AwsSettings(
        endpoint,
        region,
        profile,
        concurrentCalls,
        attemptLimit,
        firstDelay,
        longestRetryDelay,
        attemptTimeout,
        callTimeout);
  }
}
