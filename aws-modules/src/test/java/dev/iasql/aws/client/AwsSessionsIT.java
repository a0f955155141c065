package dev.iasql.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.iasql.aws.kit.AwsFault;
import dev.iasql.aws.kit.EmulatedAws;
import dev.iasql.aws.modules.vpc.Ec2;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.SignIn;
import dev.iasql.core.error.ErrorCode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;

class AwsSessionsIT {
  private static final StoredKeys KEYS = new StoredKeys("test", "very-secret", null);
  private static final String OTHER_ACCOUNT = "222222222222";

  private final EmulatedAws emulated = new EmulatedAws();

  @AfterEach
  void close() {
    emulated.close();
  }

  private static SignIn role(String externalId) {
    String arn = "arn:aws:iam::%s:role/reader".formatted(OTHER_ACCOUNT);
    return new SignIn(OTHER_ACCOUNT, "other", arn, externalId, false);
  }

  @Test
  void signsInWithStoredKeys() {
    assertThat(whoIs(emulated.here())).isEqualTo(EmulatedAws.ACCOUNT);
  }

  @Test
  void assumesARoleWithItsExternalId() {
    Aws other = emulated.as(role("shared-word"), EmulatedAws.REGION);

    assertThat(whoIs(other)).isEqualTo(OTHER_ACCOUNT);
    assertThat(emulated.proxy().lastCall("AssumeRole"))
        .containsEntry("RoleArn", "arn:aws:iam::222222222222:role/reader")
        .containsEntry("ExternalId", "shared-word")
        .containsEntry("RoleSessionName", "iasql");
  }

  @Test
  void assumesARoleOnceForManyCalls() {
    for (String region : List.of(EmulatedAws.REGION, EmulatedAws.OTHER_REGION)) {
      Ec2.client(emulated.as(role(null), region)).describeVpcs();
      Ec2.client(emulated.as(role(null), region)).describeSubnets();
    }

    assertThat(emulated.proxy().calls("AssumeRole")).isEqualTo(1);
  }

  @Test
  void keepsOneClientPerServiceAndRegion() {
    Ec2Client client = Ec2.client(emulated.here());

    assertThat(Ec2.client(emulated.here())).isSameAs(client);
    assertThat(Ec2.client(emulated.in(EmulatedAws.OTHER_REGION))).isNotSameAs(client);
    assertThat(Ec2.client(emulated.as(role(null), EmulatedAws.REGION))).isNotSameAs(client);
  }

  @Test
  void reportsARefusedRoleAsCredentials() {
    emulated.proxy().inject(AwsFault.refuse("AssumeRole", 9, 403, "AccessDenied"));

    SdkException failure = failureOf(emulated.as(role(null), EmulatedAws.REGION));

    assertThat(AwsFaults.of(failure).code()).isEqualTo(ErrorCode.AWS_CREDENTIALS);
    assertThat(failure).hasMessageContaining("arn:aws:iam::222222222222:role/reader");
    assertThat(emulated.proxy().calls("AssumeRole")).isEqualTo(1);
    assertThat(emulated.proxy().calls("DescribeVpcs")).isZero();
  }

  @Test
  void reportsAnUnavailableSignInAsUnavailable() {
    emulated.proxy().inject(AwsFault.refuse("AssumeRole", 99, 503, "ServiceUnavailable"));

    SdkException failure = failureOf(emulated.as(role(null), EmulatedAws.REGION));

    assertThat(AwsFaults.of(failure).code()).isEqualTo(ErrorCode.AWS_UNAVAILABLE);
  }

  @Test
  void reportsAMissingProfileAsCredentials() {
    AwsSettings settings =
        new AwsSettings(
            Optional.of(emulated.proxy().endpoint()),
            EmulatedAws.REGION,
            Optional.of("no-such-profile"),
            4,
            2,
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));
    try (AwsSessions sessions = new AwsSessions(settings)) {
      SdkException failure = failureOf(sessions.open(SignIn.own(), EmulatedAws.REGION));

      assertThat(failure).isInstanceOf(SignInFailedException.class);
      assertThat(AwsFaults.of(failure).code()).isEqualTo(ErrorCode.AWS_CREDENTIALS);
      assertThat(AwsFaults.of(failure).fault().message()).contains("profile no-such-profile");
    }
  }

  @Test
  void reportsAnUnreachableEndpointAsUnavailable() {
    AwsSettings settings =
        AwsSettings.of(EmulatedAws.REGION)
            .withEndpoint(URI.create("http://127.0.0.1:1"))
            .withRetries(2, Duration.ofMillis(1));
    try (AwsSessions sessions = new AwsSessions(settings)) {
      SdkException failure = failureOf(sessions.open(SignIn.own(), EmulatedAws.REGION, KEYS));

      assertThat(AwsFaults.of(failure).code()).isEqualTo(ErrorCode.AWS_UNAVAILABLE);
    }
  }

  @Test
  void letsMoreCallersWaitForAConnectionThanThereAre() throws Exception {
    Aws aws = emulated.here();
    List<Callable<Integer>> calls =
        IntStream.range(0, 64)
            .mapToObj(i -> (Callable<Integer>) () -> Ec2.client(aws).describeVpcs().vpcs().size())
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isPositive();
      }
    }
  }

  @Test
  void givesAnOperationItsOwnTokenOnly() {
    try (AwsSessions sessions = new AwsSessions(AwsSettings.of(EmulatedAws.REGION))) {
      AwsSession session = sessions.open(SignIn.own(), EmulatedAws.REGION, KEYS);

      assertThat(session.withToken("operation-7").idempotencyToken()).isEqualTo("operation-7");
      assertThatThrownBy(session::idempotencyToken).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> session.withToken("x".repeat(65)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void showsNoSecrets() {
    assertThat(KEYS.toString()).doesNotContain("very-secret").doesNotContain("test");
  }

  private static String whoIs(Aws aws) {
    return aws.client(StsClient.class, StsClient::builder).getCallerIdentity().account();
  }

  private static SdkException failureOf(Aws aws) {
    return catchThrowableOfType(SdkException.class, () -> Ec2.client(aws).describeVpcs());
  }
}
