package dev.iasql.sync.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.aws.modules.AwsModules;
import dev.iasql.core.Json;
import dev.iasql.local.TestServers;
import dev.iasql.sync.testing.Answer;
import dev.iasql.sync.testing.AwsProxy;
import dev.iasql.sync.testing.TestAwsConfiguration;
import dev.iasql.sync.testing.TestSync;
import dev.iasql.sync.testing.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The modules of AWS, read from the emulator with the sample networks, some calls made to fail. */
class ImportIT {
  private static final String[] MODULES = {"aws_account", "aws_vpc", "aws_security_group"};
  private static final String OTHER_ACCOUNT = "222222222222";

  private static AwsProxy aws;
  private static TestSync sync;

  @BeforeAll
  static void start() {
    TestServers.aws().restart(); // other tests may have written to it
    aws = new AwsProxy(TestServers.aws().endpoint());
    sync = new TestSync(AwsModules.all(), configuration(Optional.empty()));
  }

  private static TestAwsConfiguration configuration(Optional<String> profile) {
    TestAwsConfiguration usual =
        TestAwsConfiguration.of(aws.endpoint(), Set.copyOf(TestServers.aws().regions()));
    return new TestAwsConfiguration(
        usual.endpoint(),
        usual.region(),
        usual.regions(),
        profile,
        usual.attempts(),
        usual.firstRetryDelay());
  }

  @AfterAll
  static void stop() {
    sync.close();
    aws.close();
  }

  @BeforeEach
  void allCallsPass() {
    aws.passAll();
  }

  @Test
  void theFirstImportFindsTheAccountAndReadsTheConfiguredRegions() {
    TestTenant tenant = tenant();

    Answer answer = imported(tenant);

    assertThat(tenant.column("SELECT account_id FROM public.aws_account WHERE is_default"))
        .containsExactly("123456789012");
    assertThat(tenant.column("SELECT region FROM public.aws_region WHERE is_enabled ORDER BY 1"))
        .containsExactly("eu-west-1", "us-east-1", "us-west-2");
    assertThat(tenant.value("SELECT region FROM public.aws_region WHERE is_default"))
        .isEqualTo("us-east-1");
    assertThat(tenant.column("SELECT state FROM iasql.module")).containsOnly("installed");
    assertThat(answer.row("table_name", "vpc").path("record_count").asInt()).isEqualTo(4);
    assertThat(answer.row("table_name", "vpc").path("reason").asText()).isEqualTo("requested");
    assertThat(
            tenant.column(
                "SELECT region || ' ' || cidr_block FROM public.vpc WHERE tags ->> 'Name' = 'shop'"))
        .containsExactly("us-east-1 10.10.0.0/16");
    assertThat(
            tenant.column(
                """
                SELECT s.tags ->> 'Name' FROM public.subnet s JOIN public.vpc v USING (vpc_id, region, account_id)
                WHERE v.tags ->> 'Name' = 'shop' ORDER BY 1
                """))
        .containsExactly("shop-private-a", "shop-private-b", "shop-public-a", "shop-public-b");
    assertThat(tenant.column("SELECT message FROM iasql.error")).isEmpty();
    assertThat(pending(tenant)).isEmpty();
  }

  @Test
  void readingTheSameAgainWritesNothing() {
    TestTenant tenant = tenant();
    imported(tenant);
    List<String> before = writes(tenant);

    Answer answer = sync.refresh(tenant);

    assertThat(answer.state()).isEqualTo("done");
    assertThat(answer.rows().findValuesAsText("created")).containsOnly("0");
    assertThat(answer.rows().findValuesAsText("updated")).containsOnly("0");
    assertThat(answer.rows().findValuesAsText("deleted")).containsOnly("0");
    assertThat(answer.counts("vpc")).isEqualTo("0 created, 0 updated, 0 deleted, 4 unchanged");
    assertThat(writes(tenant)).isEqualTo(before);
  }

  @Test
  void aRegionThatIsDeniedIsReportedAndTheOthersAreRead() {
    TestTenant tenant = tenant();
    aws.fail(
        call ->
            call.region().equals("us-west-2") && call.action().startsWith("DescribeSecurityGroup"),
        403,
        "UnauthorizedOperation",
        "You are not authorized to perform this operation.");

    imported(tenant);

    assertThat(
            tenant.column(
                """
                SELECT concat_ws('|', table_name, account_id, region, code, message) FROM iasql.error
                WHERE row_id IS NULL ORDER BY table_name
                """))
        .containsExactly(
            "security_group|123456789012|us-west-2|AWS_ACCESS_DENIED|AWS denies the operation: You"
                + " are not authorized to perform this operation.",
            "security_group_rule|123456789012|us-west-2|AWS_ACCESS_DENIED|AWS denies the"
                + " operation: You are not authorized to perform this operation.");
    assertThat(tenant.column("SELECT DISTINCT region FROM public.security_group ORDER BY 1"))
        .containsExactly("eu-west-1", "us-east-1");

    aws.passAll();
    Answer answer = sync.refresh(tenant, "security_group", "security_group_rule");

    assertThat(answer.row("table_name", "security_group").path("created").asInt()).isEqualTo(1);
    assertThat(tenant.column("SELECT message FROM iasql.error")).isEmpty();
  }

  @Test
  void whatCannotBeReadStaysAsItWas() {
    TestTenant tenant = tenant();
    imported(tenant);
    aws.fail(
        call -> call.action().equals("DescribeSubnets") && call.region().equals("eu-west-1"),
        500,
        "InternalError",
        "An internal error has occurred.");

    Answer answer = sync.refresh(tenant, "subnet");

    assertThat(answer.state()).isEqualTo("done");
    assertThat(answer.row("table_name", "subnet").path("deleted").asInt()).isZero();
    assertThat(tenant.value("SELECT concat_ws('|', table_name, region, code) FROM iasql.error"))
        .isEqualTo("subnet|eu-west-1|AWS_UNAVAILABLE");
    assertThat(tenant.value("SELECT count(*) > 0 FROM public.subnet WHERE region = 'eu-west-1'"))
        .isEqualTo("t");
  }

  @Test
  void errorsAndThrottlingThatEndAreNotNoticed() {
    TestTenant tenant = tenant();
    Set<AwsProxy.Call> failedBefore = ConcurrentHashMap.newKeySet();
    aws.rule(
        (call, answer) -> {
          if (failedBefore.add(call)) {
            answer.with(503, "RequestLimitExceeded", "Request limit exceeded.");
            return true;
          }
          return false;
        });

    imported(tenant);

    assertThat(tenant.column("SELECT message FROM iasql.error")).isEmpty();
    assertThat(tenant.value("SELECT count(*) FROM public.vpc")).isEqualTo("4");
  }

  @Test
  void refusedCredentialsTakeTheInstallationBack() {
    TestTenant tenant = tenant();
    aws.fail(
        call -> true,
        403,
        "InvalidClientTokenId",
        "The security token included in the request is invalid.");

    Answer answer = sync.importModules(tenant, MODULES);

    assertThat(answer.state()).isEqualTo("queued");
    assertThat(answer.stage()).isEqualTo("undo");
    assertThat(answer.work().path("modules")).isEqualTo(Json.MAPPER.valueToTree(MODULES));
    assertThat(answer.work().path("fault").path("code").asText()).isEqualTo("AWS_CREDENTIALS");
    assertThat(answer.work().path("fault").path("message").asText())
        .isEqualTo(
            "AWS does not accept the credentials: The security token included in the request is"
                + " invalid.");
    assertThat(tenant.column("SELECT state FROM iasql.module")).containsOnly("importing");
  }

  @Test
  void missingCredentialsTakeTheInstallationBack() {
    TestTenant tenant = tenant();
    try (TestSync withoutCredentials =
        new TestSync(AwsModules.all(), configuration(Optional.of("no-such-profile")))) {
      TestSync.forgetCredentials();

      Answer answer = withoutCredentials.importModules(tenant, MODULES);

      assertThat(answer.stage()).isEqualTo("undo");
      assertThat(answer.work().path("fault").path("code").asText()).isEqualTo("AWS_CREDENTIALS");
      assertThat(answer.work().path("fault").path("message").asText()).contains("no-such-profile");
    } finally {
      TestSync.provideCredentials();
    }
  }

  @Test
  void credentialsThatAreRefusedLaterFailTheModulesThatNeedThem() {
    TestTenant tenant = tenant();
    sync.importModules(tenant, "aws_account");
    aws.fail(call -> true, 401, "AuthFailure", "AWS was not able to validate the credentials");

    Answer answer = sync.importModules(tenant, "aws_vpc");

    assertThat(answer.stage()).isEqualTo("undo");
    assertThat(answer.work().path("fault").path("code").asText()).isEqualTo("AWS_CREDENTIALS");
    assertThat(tenant.value("SELECT state FROM iasql.module WHERE name = 'aws_account'"))
        .isEqualTo("installed");
  }

  @Test
  void aRefreshOfWhichNothingCanBeReadFailsAndSaysWhy() {
    TestTenant tenant = tenant();
    imported(tenant);
    aws.fail(call -> true, 503, "Unavailable", "The service is unavailable.");

    Answer answer = sync.refresh(tenant, "vpc");

    assertThat(answer.state()).isEqualTo("failed");
    assertThat(answer.error().path("sql_state").asText()).isEqualTo("IA022");
    assertThat(tenant.value("SELECT count(*) FROM public.vpc")).isEqualTo("4");
    assertThat(tenant.column("SELECT region FROM iasql.error ORDER BY 1"))
        .containsExactly("eu-west-1", "us-east-1", "us-west-2");
  }

  @Test
  void anAccountIsReadThroughItsRole() {
    TestTenant tenant = tenant();
    imported(tenant);
    knowAccount(tenant, "arn:aws:iam::222222222222:role/iasql");

    Answer answer = sync.refresh(tenant);

    assertThat(answer.state()).isEqualTo("done");
    assertThat(
            tenant.value(
                "SELECT count(*) FROM public.aws_region WHERE account_id = ? AND is_enabled",
                OTHER_ACCOUNT))
        .isEqualTo("3");
    assertThat(
            tenant.column(
                "SELECT region FROM public.vpc WHERE account_id = ? ORDER BY 1", OTHER_ACCOUNT))
        .containsExactly("eu-west-1", "us-east-1", "us-west-2");
    assertThat(tenant.column("SELECT message FROM iasql.error")).isEmpty();
    assertThat(pending(tenant)).isEmpty();
  }

  @Test
  void anAccountThatCannotBeSignedInToIsReportedAndTheOthersAreRead() {
    TestTenant tenant = tenant();
    imported(tenant);
    knowAccount(tenant, "arn:aws:iam::222222222222:role/iasql");
    aws.fail(
        call -> call.action().equals("AssumeRole"),
        403,
        "AccessDenied",
        "User is not authorized to perform: sts:AssumeRole");

    Answer answer = sync.refresh(tenant, "aws_account", "vpc");

    assertThat(answer.state()).isEqualTo("done");
    assertThat(tenant.value("SELECT concat_ws('|', table_name, account_id, code) FROM iasql.error"))
        .isEqualTo("aws_account|222222222222|AWS_CREDENTIALS");
    assertThat(tenant.column("SELECT account_id FROM public.aws_account ORDER BY 1"))
        .containsExactly("123456789012", OTHER_ACCOUNT);
  }

  @Test
  void signingInToAnotherAccountThanMeantIsAFailure() {
    TestTenant tenant = tenant();
    imported(tenant);
    knowAccount(tenant, null);

    Answer answer = sync.refresh(tenant, "aws_account");

    assertThat(answer.state()).isEqualTo("done");
    assertThat(tenant.value("SELECT message FROM iasql.error"))
        .isEqualTo("signing in to account 222222222222 led to account 123456789012");
  }

  @Test
  void storedKeysAreUsedInPlaceOfTheWorkersOwnIdentity() throws Exception {
    TestTenant tenant = tenant();
    try (var engine = tenant.asEngine()) {
      sync.credentials().leavePublicKey(engine);
    }
    tenant.userDoes("SELECT iasql_set_credentials('AKIATENANTSOWNKEY00', 'very secret')");

    imported(tenant);

    assertThat(aws.calls())
        .extracting(AwsProxy.Call::accessKey)
        .containsOnly("AKIATENANTSOWNKEY00");
    assertThat(tenant.column("SELECT sealed::text FROM iasql.credential").toString())
        .doesNotContain("very secret");
  }

  @Test
  void progressIsVisibleWhileAwsIsRead() throws Exception {
    TestTenant tenant = tenant();
    CountDownLatch goOn = new CountDownLatch(1);
    aws.rule(
        (call, answer) -> {
          if (call.action().equals("DescribeSubnets") && call.region().equals("us-west-2")) {
            hold(goOn);
          }
          return false;
        });
    Thread importing = Thread.ofVirtual().start(() -> imported(tenant));

    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(
                          tenant.value(
                              """
                              SELECT concat_ws(' ', progress ->> 'doing',
                                (progress ->> 'listings')::int - (progress ->> 'ended')::int)
                              FROM iasql.request
                              """))
                      .isEqualTo("reading 1"));
      assertThat(tenant.value("SELECT (progress ->> 'rows')::int > 50 FROM iasql.request"))
          .isEqualTo("t");
    } finally {
      goOn.countDown();
    }
    importing.join();
    assertThat(tenant.value("SELECT progress FROM iasql.request")).isNull();
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static TestTenant tenant() {
    TestTenant tenant = TestTenant.create();
    tenant.makeModules(AwsModules.all(), MODULES);
    return tenant;
  }

  private static Answer imported(TestTenant tenant) {
    Answer answer = sync.importModules(tenant, MODULES);
    assertThat(answer.state()).as("%s", answer).isEqualTo("done");
    return answer;
  }

  /** As committing a row of aws_account leaves it. */
  private static void knowAccount(TestTenant tenant, String role) {
    for (String schema : new String[] {"public", "cloud"}) {
      tenant.engineDoes(
          "INSERT INTO %s.aws_account (account_id, role_arn, is_default) VALUES (?, ?, false)"
              .formatted(schema),
          OTHER_ACCOUNT,
          role);
    }
  }

  /** The module tables in which something is pending. */
  private static List<String> pending(TestTenant tenant) {
    return tenant.column(
        """
        SELECT table_name || ' ' || iasql_internal.pending_rows(table_name)
        FROM iasql.module_table WHERE iasql_internal.pending_rows(table_name) > 0
        """);
  }

  /** Inserts, updates and deletes of each module table so far. */
  private static List<String> writes(TestTenant tenant) {
    sync.disconnect(tenant);
    return tenant.column(
        """
        SELECT format('%s.%s %s %s %s', schemaname, relname, n_tup_ins, n_tup_upd, n_tup_del)
        FROM pg_stat_user_tables WHERE schemaname IN ('public', 'cloud') ORDER BY 1
        """);
  }
}
