package dev.iasql.aws.modules.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.iasql.aws.client.AwsSession;
import dev.iasql.aws.client.AwsSessions;
import dev.iasql.aws.client.AwsSettings;
import dev.iasql.aws.client.StoredKeys;
import dev.iasql.aws.spi.SignIn;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.local.TestServers;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Accounts and regions of the emulator. */
class AccountResourcesIT {
  private static final String OWN = "123456789012";
  private static final String OTHER = "210987654321";
  private static final String OTHER_ROLE = "arn:aws:iam::210987654321:role/iasql";

  private static final AwsSessions SESSIONS =
      new AwsSessions(
          AwsSettings.of("us-east-1").withEndpoint(URI.create(TestServers.aws().endpoint())));

  private final AwsAccountResource accounts = new AwsAccountResource();

  @AfterAll
  static void close() {
    SESSIONS.close();
  }

  @Test
  void theFirstAccountIsTheWorkersOwn() {
    AwsAccount account = accounts.list(session(SignIn.own())).toList().getFirst();

    assertThat(account.accountId()).isEqualTo(OWN);
    assertThat(account.isDefault()).isTrue();
    assertThat(account.roleArn()).isNull();
    assertThat(account.arn()).startsWith("arn:aws:").contains(OWN);
  }

  @Test
  void anAccountIsWhereItsRoleLeads() {
    AwsAccount wanted = new AwsAccount(OTHER, "staging", OTHER_ROLE, "x", false, null);
    AwsSession signedIn = session(new SignIn(OTHER, "staging", OTHER_ROLE, "x", false));

    AwsAccount created = accounts.create(signedIn, wanted);

    assertThat(created)
        .isEqualTo(
            new AwsAccount(
                OTHER,
                "staging",
                OTHER_ROLE,
                "x",
                false,
                "arn:aws:sts::210987654321:assumed-role/iasql/iasql"));
    assertThat(accounts.list(signedIn)).containsExactly(created);
    assertThat(accounts.update(signedIn, created, created)).isEqualTo(created);
  }

  @Test
  void credentialsOfAnotherAccountAreRefused() {
    AwsAccount wanted = new AwsAccount(OTHER, "staging", null, null, false, null);
    AwsSession signedIn = session(new SignIn(OTHER, "staging", null, null, false));

    UserException refusal =
        catchThrowableOfType(UserException.class, () -> accounts.create(signedIn, wanted));

    assertThat(refusal.code()).isEqualTo(ErrorCode.AWS_CREDENTIALS);
    assertThat(refusal)
        .hasMessage("the credentials belong to account 123456789012, not to 210987654321");
    assertThat(refusal.fault().hint()).contains("role_arn", OTHER);
  }

  @Test
  void everyRegionIsListedAndOneIsTheDefault() {
    List<AwsRegion> regions = new AwsRegionResource().list(session(SignIn.own())).toList();

    assertThat(regions).extracting(AwsRegion::region).contains("us-east-1", "eu-west-1");
    assertThat(regions)
        .filteredOn(AwsRegion::isDefault)
        .extracting(AwsRegion::region)
        .containsExactly("us-east-1");
    assertThat(regions)
        .allSatisfy(
            region ->
                assertThat(region.isEnabled())
                    .isEqualTo(!region.optInStatus().equals("not-opted-in")));
    assertThat(regions)
        .filteredOn(region -> region.region().equals("eu-west-1"))
        .extracting(AwsRegion::endpoint)
        .containsExactly("ec2.eu-west-1.amazonaws.com");
  }

  private static AwsSession session(SignIn signIn) {
    return SESSIONS.open(signIn, "us-east-1", new StoredKeys("test", "test", null));
  }
}
