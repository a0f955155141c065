package dev.iasql.sync.commit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.core.request.Stage;
import dev.iasql.local.TestServers;
import dev.iasql.sync.testing.Answer;
import dev.iasql.sync.testing.TestAwsConfiguration;
import dev.iasql.sync.testing.TestSync;
import dev.iasql.sync.testing.TestTenant;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A tenant with all modules on the emulator, and what its users call. */
final class CommitSystem {
  private static CommitSystem shared;

  private static final String REGION = "us-east-1";
  private static final String[] MODULES = {"aws_account", "aws_vpc", "aws_security_group"};

  private final WatchedAws watched = new WatchedAws();
  private final TestSync sync;
  private final TestTenant tenant = TestTenant.create();
  private final Ec2Client ec2;

  /** One for all tests of the JVM: importing takes longer than what they do with it. */
  static synchronized CommitSystem shared() {
    if (shared == null) {
      shared = new CommitSystem();
    }
    return shared;
  }

  private CommitSystem() {
    String endpoint = TestServers.aws().endpoint();
    AwsModules modules = watched.around(AwsModules.all());
    sync = new TestSync(modules, TestAwsConfiguration.of(endpoint, Set.of(REGION)));
    addStages(sync);
    ec2 =
        Ec2Client.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.of(REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build();
    tenant.makeModules(modules, MODULES);
    Answer imported = sync.importModules(tenant, MODULES);
    assertThat(imported.state()).as("%s", imported).isEqualTo("done");
  }

  /** Lets a worker do what users call to change AWS. */
  static void addStages(TestSync sync) {
    Planning planning = new Planning(sync.installedTables(), sync.accounts(), sync.refresh());
    sync.add(new PreviewStage(planning))
        .add(new CommitStage(planning, sync.refresh(), sync.installedTables()))
        .add(new RollbackStage(sync.installedTables()));
  }

  WatchedAws watched() {
    return watched;
  }

  TestTenant tenant() {
    return tenant;
  }

  TestSync sync() {
    return sync;
  }

  Ec2Client ec2() {
    return ec2;
  }

  /** Runs statements as the user. */
  void sql(String... statements) {
    for (String statement : statements) {
      tenant.userDoes(statement);
    }
  }

  /** The first column of each row, as the user sees it. */
  List<String> column(String query) {
    List<String> values = new ArrayList<>();
    try (Connection user = tenant.asUser();
        PreparedStatement statement = user.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  String value(String query) {
    List<String> values = column(query);
    assertThat(values).as(query).hasSize(1);
    return values.getFirst();
  }

  /** What is said to be wrong with rows that were changed, as {@code code id}. */
  List<String> errors() {
    return column(
        "SELECT code || ' ' || id FROM iasql_get_errors()"
            + " WHERE id IS NOT NULL AND code <> 'REFERENCE_UNSEEN' ORDER BY 1");
  }

  List<JsonNode> preview() {
    return rows(call("iasql_preview", Stage.PREVIEW));
  }

  List<JsonNode> commit() {
    return rows(call("iasql_commit", Stage.COMMIT));
  }

  List<JsonNode> rollback() {
    return rows(call("iasql_rollback", Stage.ROLLBACK));
  }

  Answer call(String function, Stage stage) {
    return sync.perform(tenant, function, stage, List.of());
  }

  static List<JsonNode> rows(Answer answer) {
    assertThat(answer.state()).as("%s", answer).isEqualTo("done");
    List<JsonNode> rows = new ArrayList<>();
    answer.rows().forEach(rows::add);
    return rows;
  }

  /** The rows as {@code action table status}. */
  static List<String> outcomes(List<JsonNode> rows) {
    return rows.stream()
        .map(
            row ->
                "%s %s %s"
                    .formatted(
                        row.path("action").asText(),
                        row.path("table_name").asText(),
                        row.path("status").asText()))
        .toList();
  }

  /** Everything as AWS has it, nothing said to be wrong, no write watched, no table of the user. */
  void clean() {
    sql("DROP TABLE IF EXISTS team");
    rollback();
    watched.forget();
  }
}
