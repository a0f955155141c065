package dev.iasql.sync.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.local.TestServers;
import dev.iasql.sync.merge.NetworkModule.Entry;
import dev.iasql.sync.merge.NetworkModule.Grp;
import dev.iasql.sync.merge.NetworkModule.Net;
import dev.iasql.sync.merge.NetworkModule.Options;
import dev.iasql.sync.merge.NetworkModule.Rule;
import dev.iasql.sync.testing.Answer;
import dev.iasql.sync.testing.TestAwsConfiguration;
import dev.iasql.sync.testing.TestSync;
import dev.iasql.sync.testing.TestTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a refresh makes of what AWS has, what was last seen of it, and what the user wants. */
class MergeIT {
  private static final String ACCOUNT = "123456789012";
  private static final String REGION = "us-east-1";

  private static final NetworkModule AWS = new NetworkModule();
  private static TestSync sync;
  private static TestTenant tenant;

  @BeforeAll
  static void start() {
    sync =
        new TestSync(
            AWS.withAccounts(),
            TestAwsConfiguration.of(TestServers.aws().endpoint(), Set.of(REGION)));
    tenant = TestTenant.create();
    tenant.makeModules(AWS.withAccounts(), "aws_account", NetworkModule.NAME);
    sync.importModules(tenant, "aws_account", NetworkModule.NAME);
  }

  @AfterAll
  static void stop() {
    sync.close();
  }

  @BeforeEach
  void nothingIsThere() {
    AWS.hasNothing();
    for (String schema : new String[] {"public", "cloud"}) {
      for (String table : new String[] {"rule", "grp", "entry", "net", "options"}) {
        tenant.engineDoes("DELETE FROM " + schema + "." + table);
      }
    }
    tenant.engineDoes("DELETE FROM iasql.error");
  }

  @Test
  void whatIsNewInAwsComesIntoBothSchemas() {
    has(Net.of("net-1").withNote("a\tb\\c\nd").withTag("Name", "ä \"quoted\""));

    Answer answer = refresh();

    assertThat(answer.counts("net")).isEqualTo("1 created, 0 updated, 0 deleted, 0 unchanged");
    assertThat(wanted("note")).isEqualTo("a\tb\\c\nd");
    assertThat(wanted("tags ->> 'Name'")).isEqualTo("ä \"quoted\"");
    assertThat(seen("note")).isEqualTo("a\tb\\c\nd");
    assertThat(tenant.value("SELECT region || ' ' || account_id FROM public.net"))
        .isEqualTo(REGION + " " + ACCOUNT);
    assertThat(pending()).isZero();
  }

  @Test
  void whatTheUserDidNotTouchFollowsAws() {
    has(Net.of("net-1").withNote("old"));
    refresh();
    has(Net.of("net-1").withNote("new").withState("modified"));

    Answer answer = refresh();

    assertThat(answer.row("table_name", "net").path("updated").asInt()).isEqualTo(1);
    assertThat(wanted("note")).isEqualTo("new");
    assertThat(seen("note")).isEqualTo("new");
    assertThat(wanted("state")).isEqualTo("modified");
    assertThat(pending()).isZero();
  }

  @Test
  void whatTheUserChangedStays() {
    has(Net.of("net-1").withNote("old"));
    refresh();
    tenant.userDoes("UPDATE net SET note = 'mine'");

    refresh();

    assertThat(wanted("note")).isEqualTo("mine");
    assertThat(seen("note")).isEqualTo("old");
  }

  @Test
  void eachColumnIsMergedByItself() {
    has(Net.of("net-1").withNote("old"));
    refresh();
    tenant.userDoes("UPDATE net SET note = 'mine'");
    has(Net.of("net-1").withNote("old").withTag("Name", "theirs").withState("modified"));

    refresh();

    assertThat(wanted("note")).isEqualTo("mine");
    assertThat(wanted("tags ->> 'Name'")).isEqualTo("theirs");
    assertThat(wanted("state")).isEqualTo("modified");
    assertThat(seen("note")).isEqualTo("old");
  }

  @Test
  void aColumnBothChangedStaysAsTheUserWantsIt() {
    has(Net.of("net-1").withNote("old"));
    refresh();
    tenant.userDoes("UPDATE net SET note = 'mine'");
    has(Net.of("net-1").withNote("theirs"));

    refresh();

    assertThat(wanted("note")).isEqualTo("mine");
    assertThat(seen("note")).isEqualTo("theirs");
  }

  @Test
  void aRowTheUserTypedBeforeAwsHadItKeepsWhatTheUserTyped() {
    has(Net.of("net-1"));
    refresh();
    tenant.userDoes("INSERT INTO entry (net_id, number, note) VALUES ('net-1', 7, 'mine')");
    AWS.entries.has(ACCOUNT, REGION, new Entry("net-1", 7, "theirs", "active"));

    Answer answer = refresh();

    assertThat(answer.row("table_name", "entry").path("created").asInt()).isEqualTo(1);
    assertThat(tenant.value("SELECT note || ' ' || state FROM public.entry"))
        .isEqualTo("mine active");
    assertThat(tenant.value("SELECT note FROM cloud.entry")).isEqualTo("theirs");
  }

  @Test
  void whatIsGoneInAwsGoesFromBothSchemasWithItsParts() {
    has(Net.of("net-1"), Net.of("net-2"));
    AWS.groups.has(ACCOUNT, REGION, new Grp("grp-1", "net-1", null));
    AWS.rules.has(ACCOUNT, REGION, new Rule("rule-1", "grp-1", null));
    refresh();
    AWS.hasNothing();
    has(Net.of("net-2"));

    Answer answer = refresh();

    assertThat(answer.counts("net")).isEqualTo("0 created, 0 updated, 1 deleted, 1 unchanged");
    assertThat(tenant.column("SELECT net_id FROM public.net")).containsExactly("net-2");
    assertThat(tenant.column("SELECT net_id FROM cloud.net")).containsExactly("net-2");
    assertThat(tenant.column("SELECT rule_id FROM public.rule")).isEmpty();
    assertThat(errors()).isZero();
  }

  @Test
  void aRowTheUserChangedOutlivesItsResourceAndIsNamed() {
    has(Net.of("net-1"));
    refresh();
    tenant.userDoes("UPDATE net SET note = 'mine'");
    AWS.hasNothing();

    Answer answer = refresh();

    assertThat(answer.row("table_name", "net").path("deleted").asInt()).isEqualTo(1);
    assertThat(wanted("note")).isEqualTo("mine");
    assertThat(tenant.column("SELECT net_id FROM cloud.net")).isEmpty();
    assertThat(
            tenant.value(
                "SELECT concat_ws('|', code, table_name, account_id, region, row_id, message)"
                    + " FROM iasql.error"))
        .isEqualTo(
            "RESOURCE_VANISHED|net|123456789012|us-east-1|net-1|net net-1 no longer exists in AWS,"
                + " but you have changed it");

    refresh();
    assertThat(errors()).isEqualTo(1);

    tenant.userDoes("DELETE FROM net");
    refresh();
    assertThat(errors()).isZero();
  }

  @Test
  void aRowThatOthersReferToStaysUntilTheyAreGone() {
    has(Net.of("net-1"), Net.of("net-2"));
    refresh();
    tenant.userDoes("INSERT INTO grp (grp_id, net_id) VALUES ('new-mine', 'net-1')");
    AWS.hasNothing();

    Answer answer = refresh();

    assertThat(answer.row("table_name", "net").path("deleted").asInt()).isEqualTo(1);
    assertThat(tenant.column("SELECT net_id FROM public.net")).containsExactly("net-1");
    assertThat(tenant.column("SELECT net_id FROM cloud.net")).containsExactly("net-1");
    assertThat(tenant.value("SELECT message FROM iasql.error"))
        .isEqualTo("net net-1 no longer exists in AWS, but other rows refer to it");

    tenant.userDoes("DELETE FROM grp");
    refresh();
    assertThat(tenant.column("SELECT net_id FROM public.net")).isEmpty();
    assertThat(errors()).isZero();
  }

  @Test
  void aTableOfTheUserHoldsItsRowsAndNoOthers() {
    tenant.userDoes(
        """
        CREATE TABLE my_note (net_id text, region text, account_id text, text text,
          FOREIGN KEY (net_id, region, account_id) REFERENCES net (net_id, region, account_id))
        """);
    has(Net.of("net-1"), Net.of("net-2"), Net.of("net-3"));
    refresh();
    tenant.userDoes(
        "INSERT INTO my_note SELECT net_id, region, account_id FROM net WHERE net_id = 'net-2'");
    AWS.hasNothing();

    Answer answer = refresh();

    assertThat(answer.row("table_name", "net").path("deleted").asInt()).isEqualTo(2);
    assertThat(tenant.column("SELECT net_id FROM public.net")).containsExactly("net-2");
    assertThat(tenant.column("SELECT net_id FROM cloud.net")).containsExactly("net-2");
    assertThat(tenant.value("SELECT message FROM iasql.error"))
        .isEqualTo("net net-2 no longer exists in AWS, but a table of yours refers to it");

    tenant.userDoes("DROP TABLE my_note");
    refresh();
    assertThat(tenant.column("SELECT net_id FROM public.net")).isEmpty();
    assertThat(errors()).isZero();
  }

  @Test
  void aRowTheUserDeletedStaysDeletedWhileItIsStillSeen() {
    has(Net.of("net-1").withNote("old"));
    refresh();
    tenant.userDoes("DELETE FROM net");
    has(Net.of("net-1").withNote("new"));

    refresh();

    assertThat(tenant.column("SELECT net_id FROM public.net")).isEmpty();
    assertThat(seen("note")).isEqualTo("new");

    AWS.hasNothing();
    refresh();
    assertThat(tenant.column("SELECT net_id FROM cloud.net")).isEmpty();
    assertThat(errors()).isZero();
  }

  @Test
  void aReferenceToWhatCannotBeSeenIsNullUntilItCan() {
    has(Net.of("net-1").withOptions("options-1"));

    refresh();

    assertThat(wanted("options_id")).isNull();
    assertThat(seen("options_id")).isNull();
    assertThat(pending()).isZero();
    assertThat(
            tenant.value(
                "SELECT concat_ws('|', code, row_id, region, message, hint) FROM iasql.error"))
        .isEqualTo(
            "REFERENCE_UNSEEN|net-1|us-east-1|net net-1 refers to options options-1, which cannot"
                + " be seen|Check that the account may list it, then SELECT * FROM"
                + " iasql_refresh('options', 'net');");
    String since = tenant.value("SELECT occurred_at FROM iasql.error");

    refresh();
    assertThat(tenant.value("SELECT occurred_at FROM iasql.error")).isEqualTo(since);

    AWS.options.has(ACCOUNT, REGION, new Options("options-1"));
    refresh();
    assertThat(wanted("options_id")).isEqualTo("options-1");
    assertThat(errors()).isZero();
  }

  @Test
  void aRowWhoseKeyRefersToWhatCannotBeSeenIsLeftOut() {
    has(Net.of("net-1"));
    AWS.entries.has(
        ACCOUNT,
        REGION,
        new Entry("net-1", 1, null, "active"),
        new Entry("net-unseen", 2, null, "active"));

    Answer answer = refresh();

    assertThat(answer.row("table_name", "entry").path("created").asInt()).isEqualTo(1);
    assertThat(tenant.column("SELECT number FROM public.entry")).containsExactly("1");
    assertThat(tenant.column("SELECT number FROM cloud.entry")).containsExactly("1");
    assertThat(tenant.value("SELECT row_id || ': ' || message FROM iasql.error"))
        .isEqualTo(
            "net-unseen 2: entry net-unseen 2 refers to net net-unseen, which cannot be seen; it"
                + " is left out");
  }

  @Test
  void rowsOfOneTableMayReferToEachOther() {
    has(Net.of("net-1"));
    AWS.groups.has(
        ACCOUNT, REGION, new Grp("grp-1", "net-1", "grp-2"), new Grp("grp-2", "net-1", null));

    refresh();

    assertThat(tenant.value("SELECT outer_grp_id FROM public.grp WHERE grp_id = 'grp-1'"))
        .isEqualTo("grp-2");
    assertThat(errors()).isZero();
  }

  @Test
  void whatIsNewInAThingTheUserDeletedIsNotDeletedWithIt() {
    has(Net.of("net-1"));
    AWS.groups.has(ACCOUNT, REGION, new Grp("grp-1", "net-1", null));
    refresh();
    tenant.userDoes("DELETE FROM grp");
    tenant.userDoes("DELETE FROM net");
    AWS.groups.has(
        ACCOUNT, REGION, new Grp("grp-1", "net-1", null), new Grp("grp-2", "net-1", null));

    refresh();

    assertThat(tenant.column("SELECT grp_id FROM public.grp")).containsExactly("grp-2");
    assertThat(tenant.column("SELECT grp_id FROM cloud.grp ORDER BY 1"))
        .containsExactly("grp-1", "grp-2");
    assertThat(tenant.value("SELECT row_id FROM iasql.error")).isEqualTo("grp-2");
  }

  @Test
  void aResourceListedTwiceIsOneRow() {
    has(Net.of("net-1").withNote("first"), Net.of("net-1").withNote("second"), Net.of("net-2"));

    Answer answer = refresh();

    assertThat(answer.row("table_name", "net").path("created").asInt()).isEqualTo(2);
    assertThat(tenant.value("SELECT note FROM public.net WHERE net_id = 'net-1'"))
        .isEqualTo("second");
  }

  @Test
  void aValueThatDoesNotFitFailsItsListingOnly() {
    has(Net.of("net-1"));
    refresh();
    AWS.options.has(ACCOUNT, REGION, new Options("options-1"));
    has(Net.of("net-1").withNote("changed"), Net.of("net-\0"));

    Answer answer = refresh();

    assertThat(answer.state()).isEqualTo("done");
    assertThat(tenant.column("SELECT options_id FROM public.options")).containsExactly("options-1");
    assertThat(wanted("note")).isNull();
    assertThat(tenant.value("SELECT concat_ws('|', code, table_name, region) FROM iasql.error"))
        .isEqualTo("INTERNAL|net|us-east-1");
  }

  @Test
  void aTableReadAloneBringsAlongWhatItsNewRowsReferTo() {
    AWS.options.has(ACCOUNT, REGION, new Options("options-1"));
    has(Net.of("net-1").withOptions("options-1"));
    AWS.groups.has(ACCOUNT, REGION, new Grp("grp-1", "net-1", null));

    Answer answer = refresh("grp");

    assertThat(answer.rows().findValuesAsText("table_name"))
        .containsExactly("options", "net", "grp");
    assertThat(wanted("options_id")).isEqualTo("options-1");
    assertThat(errors()).isZero();

    assertThat(refresh("grp").rows().findValuesAsText("table_name")).containsExactly("grp");
  }

  @Test
  void aTransactionThatHoldsARowIsNamedAfterAWhile() throws Exception {
    has(Net.of("net-1"));
    refresh();
    has(Net.of("net-1").withNote("new"));
    try (Connection user = tenant.asUser();
        Statement statement = user.createStatement()) {
      user.setAutoCommit(false);
      statement.execute("UPDATE net SET names = false");

      Answer answer = sync.refresh(tenant);

      assertThat(answer.state()).isEqualTo("failed");
      assertThat(answer.error().path("sql_state").asText()).isEqualTo("IA014");
      assertThat(answer.error().path("detail").asText())
          .contains("user " + tenant.tenant().name().userRole())
          .contains("in a transaction since 2")
          .contains("holds net");
      user.rollback();
    }
    refresh();
    assertThat(wanted("note")).isEqualTo("new");
  }

  @Test
  void whatTheUserWritesDuringTheMergeIsSeenByIt() throws Exception {
    has(Net.of("net-1").withNote("old"));
    refresh();
    has(Net.of("net-1").withNote("new"));
    try (Connection user = tenant.asUser();
        Statement statement = user.createStatement()) {
      user.setAutoCommit(false);
      statement.execute("UPDATE net SET note = 'mine'");
      Thread commit =
          Thread.ofVirtual()
              .start(
                  () -> {
                    await().until(MergeIT::aMergeWaits);
                    commit(user);
                  });

      refresh();
      commit.join();
    }
    assertThat(wanted("note")).isEqualTo("mine");
    assertThat(seen("note")).isEqualTo("new");
  }

  private static boolean aMergeWaits() {
    return !tenant
        .column("SELECT pid::text FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'")
        .isEmpty();
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatDoesNotDifferIsNotWritten() {
    AWS.options.has(ACCOUNT, REGION, new Options("options-1"));
    has(Net.of("net-1").withOptions("options-1").withTag("Name", "one"), Net.of("net-2"));
    AWS.groups.has(ACCOUNT, REGION, new Grp("grp-1", "net-1", null));
    AWS.rules.has(ACCOUNT, REGION, new Rule("rule-1", "grp-1", "note"));
    AWS.entries.has(ACCOUNT, REGION, new Entry("net-1", 1, null, "active"));
    refresh();
    tenant.userDoes("UPDATE net SET note = 'mine' WHERE net_id = 'net-2'");
    List<String> before = writes();

    Answer answer = refresh();

    assertThat(answer.counts("net")).isEqualTo("0 created, 0 updated, 0 deleted, 2 unchanged");
    assertThat(writes()).isEqualTo(before);
  }

  /** Inserts, updates and deletes of each module table so far. */
  private static List<String> writes() {
    sync.disconnect(tenant);
    return tenant.column(
        """
        SELECT format('%s.%s %s %s %s', schemaname, relname, n_tup_ins, n_tup_upd, n_tup_del)
        FROM pg_stat_user_tables WHERE schemaname IN ('public', 'cloud') ORDER BY 1
        """);
  }

  @Test
  void rowsOfARegionThatIsDisabledAreForgottenUnlessTheyAreChangedOrNeeded() {
    has(Net.of("net-1"), Net.of("net-2"), Net.of("net-3"));
    AWS.groups.has(ACCOUNT, REGION, new Grp("grp-1", "net-1", null));
    refresh();
    tenant.userDoes("UPDATE net SET note = 'mine' WHERE net_id = 'net-2'");
    tenant.userDoes("INSERT INTO grp (grp_id, net_id) VALUES ('new-mine', 'net-3')");
    tenant.userDoes("UPDATE aws_region SET is_enabled = false, is_default = false");
    try {
      refresh();

      assertThat(tenant.column("SELECT net_id FROM public.net ORDER BY 1"))
          .containsExactly("net-2", "net-3");
      assertThat(tenant.column("SELECT net_id FROM cloud.net ORDER BY 1"))
          .containsExactly("net-2", "net-3");
      assertThat(tenant.column("SELECT grp_id FROM public.grp")).containsExactly("new-mine");
      assertThat(tenant.column("SELECT grp_id FROM cloud.grp")).isEmpty();
      assertThat(errors()).isZero();
    } finally {
      tenant.userDoes("UPDATE aws_region SET is_enabled = (region = 'us-east-1')");
      tenant.userDoes("UPDATE aws_region SET is_default = is_enabled");
    }
    refresh();
    assertThat(tenant.column("SELECT net_id FROM public.net ORDER BY 1"))
        .containsExactly("net-1", "net-2", "net-3");
  }

  @Test
  void whatTheUserKeepsAboutARegionIsNotOverwritten() {
    tenant.userDoes("UPDATE aws_region SET is_default = (region = 'us-east-1')");
    tenant.userDoes("UPDATE aws_account SET name = 'production'");

    refresh("aws_account", "aws_region");

    assertThat(tenant.value("SELECT name FROM public.aws_account")).isEqualTo("production");
    assertThat(tenant.value("SELECT name FROM cloud.aws_account")).isEqualTo("production");
  }

  private static void has(Net... nets) {
    AWS.nets.has(ACCOUNT, REGION, nets);
  }

  private static Answer refresh(String... tables) {
    Answer answer = sync.refresh(tenant, tables);
    assertThat(answer.state()).as("%s", answer).isEqualTo("done");
    return answer;
  }

  private static String wanted(String expression) {
    return tenant.value("SELECT " + expression + " FROM public.net");
  }

  private static String seen(String expression) {
    return tenant.value("SELECT " + expression + " FROM cloud.net");
  }

  private static long pending() {
    return Long.parseLong(tenant.value("SELECT iasql_internal.pending_rows('net')"));
  }

  private static long errors() {
    return Long.parseLong(tenant.value("SELECT count(*) FROM iasql.error"));
  }
}
