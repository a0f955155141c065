package dev.iasql.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.aws.modules.vpc.InternetGateway;
import dev.iasql.aws.spi.Tags;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class ReadBackTest {
  private static final InternetGateway WANTED = gateway("new-main", "vpc-1", null, "wanted");
  private static final InternetGateway STALE = gateway("igw-1", null, null, "wanted");
  private static final InternetGateway FRESH = gateway("igw-1", "vpc-1", "available", "wanted");

  @Test
  void waitsUntilANewResourceShowsWhatWasWanted() {
    assertThat(ReadBack.created(WANTED, answers(STALE, FRESH))).isEqualTo(FRESH);
  }

  @Test
  void takesWhatAwsChoseForWhatTheUserLeftOut() {
    InternetGateway open = gateway("new-main", null, null, "wanted");

    assertThat(ReadBack.created(open, answers(FRESH))).isEqualTo(FRESH);
  }

  @Test
  void waitsUntilANewResourceIsVisible() {
    Supplier<Optional<InternetGateway>> answers = answers(FRESH);
    Deque<RuntimeException> failures = new ArrayDeque<>(List.of(notFound(), notFound()));

    InternetGateway seen =
        ReadBack.found(
            () -> {
              if (!failures.isEmpty()) {
                throw failures.pop();
              }
              return answers.get();
            });

    assertThat(seen).isEqualTo(FRESH);
  }

  @Test
  void waitsOnlyForTheColumnsThatChanged() {
    InternetGateway from = gateway("igw-1", "vpc-1", "available", "old");
    InternetGateway to = gateway("igw-1", "vpc-1", "available", "wanted");
    InternetGateway elsewhere = gateway("igw-1", "vpc-2", "available", "wanted");

    assertThat(ReadBack.updated(from, to, answers(from, elsewhere))).isEqualTo(elsewhere);
  }

  @Test
  void takesAwssSpellingInTheEnd() {
    assertThat(ReadBack.created(WANTED, () -> Optional.of(STALE))).isEqualTo(STALE);
  }

  @Test
  void reportsAResourceThatNeverShows() {
    assertThatThrownBy(() -> ReadBack.found(Optional::empty))
        .isInstanceOfSatisfying(
            ExternalException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.AWS_UNAVAILABLE));
  }

  private static Supplier<Optional<InternetGateway>> answers(InternetGateway... rows) {
    Deque<InternetGateway> left = new ArrayDeque<>(List.of(rows));
    return () -> Optional.of(left.pop());
  }

  private static Ec2Exception notFound() {
    return (Ec2Exception)
        Ec2Exception.builder()
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode("InvalidInternetGatewayID.NotFound").build())
            .build();
  }

  private static InternetGateway gateway(String id, String vpc, String state, String name) {
    return new InternetGateway(id, vpc, state, null, new Tags(Map.of("Name", name)));
  }
}
