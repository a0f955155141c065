package dev.iasql.sync.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.client.AwsSessions;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.core.Json;
import dev.iasql.core.request.RequestWorker;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.tenant.TenantDatabases;
import dev.iasql.sync.account.Accounts;
import dev.iasql.sync.account.AccountsProducer;
import dev.iasql.sync.account.AwsConfiguration;
import dev.iasql.sync.account.Credentials;
import dev.iasql.sync.imports.ImportStage;
import dev.iasql.sync.imports.UpgradeImportStage;
import dev.iasql.sync.refresh.Refresh;
import dev.iasql.sync.refresh.RefreshConfiguration;
import dev.iasql.sync.refresh.RefreshStage;
import dev.iasql.sync.request.SyncStage;
import dev.iasql.sync.table.InstalledTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The worker of this service without Quarkus and Kafka: its real parts, put together for tests. */
public final class TestSync implements AutoCloseable {
  private record SmallBatches(
      int concurrentListings,
      int batchRows,
      int queuedBatches,
      Duration progressInterval,
      Duration lockWait)
      implements RefreshConfiguration {}

  private final AwsSessions sessions;
  private final TenantDatabases databases = new TenantDatabases("test");
  private final Credentials credentials = new Credentials(keyFile());
  private final InstalledTables installedTables;
  private final Accounts accounts;
  private final Refresh refresh;
  private final Map<Stage, StageHandler> stages = new EnumMap<>(Stage.class);

  public TestSync(AwsModules modules, AwsConfiguration configuration) {
    provideCredentials();
    this.sessions = new AwsSessions(AccountsProducer.settings(configuration));
    this.installedTables = new InstalledTables(modules);
    this.accounts = new Accounts(sessions, credentials, configuration);
    this.refresh =
        new Refresh(
            installedTables,
            accounts,
            new SmallBatches(16, 100, 4, Duration.ofMillis(50), Duration.ofMillis(200)));
    add(new ImportStage(refresh));
    add(new UpgradeImportStage(refresh));
    add(new RefreshStage(installedTables, refresh));
  }

  /** Sets what the SDK's default chain finds first; an emulator takes any. */
  public static void provideCredentials() {
    System.setProperty("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
    System.setProperty("aws.secretAccessKey", "test");
    System.setProperty("aws.disableEc2Metadata", "true");
  }

  /** Leaves nothing for the default chain to find. */
  public static void forgetCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private static Path keyFile() {
    try {
      return Files.createTempDirectory("iasql-credentials").resolve("key.asc");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the worker do one more stage. */
  public TestSync add(SyncStage stage) {
    stages.put(stage.stage(), stage);
    return this;
  }

  public Accounts accounts() {
    return accounts;
  }

  public Credentials credentials() {
    return credentials;
  }

  public InstalledTables installedTables() {
    return installedTables;
  }

  public Refresh refresh() {
    return refresh;
  }

  /** Imports modules whose tables are made. */
  public Answer importModules(TestTenant tenant, String... modules) {
    ObjectNode work = Json.MAPPER.createObjectNode();
    work.set("modules", Json.MAPPER.valueToTree(modules));
    work.set("requested", Json.MAPPER.valueToTree(modules));
    return perform(tenant, tenant.request("iasql_install", "import", List.of(modules), work));
  }

  /** Calls {@code iasql_refresh}. */
  public Answer refresh(TestTenant tenant, String... tables) {
    return perform(tenant, "iasql_refresh", Stage.REFRESH, List.of(tables));
  }

  /** Calls a function of a stage. */
  public Answer perform(TestTenant tenant, String function, Stage stage, List<String> arguments) {
    return perform(
        tenant, tenant.request(function, stage.code(), arguments, Json.MAPPER.createObjectNode()));
  }

  /** Works until nothing of the tenant is left to do, and answers what became of the request. */
  public Answer perform(TestTenant tenant, long request) {
    drain(tenant);
    return answer(tenant, request);
  }

  /** Works until nothing of the tenant is left to do. */
  public void drain(TestTenant tenant) {
    try {
      new RequestWorker(stages, databases, (t, request, outcome) -> {}, "test")
          .drain(tenant.tenant());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Answer answer(TestTenant tenant, long request) {
    try (Connection engine = tenant.asEngine();
        PreparedStatement statement =
            engine.prepareStatement(
                "SELECT state, stage, result, error, work FROM iasql.request WHERE id = ?")) {
      statement.setLong(1, request);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Answer(
            request,
            row.getString("state"),
            row.getString("stage"),
            json(row.getString("result")),
            json(row.getString("error")),
            json(row.getString("work")));
      }
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return text == null ? null : Json.MAPPER.readTree(text);
  }

  /** Ends our sessions with the tenant's database; then all they did is counted. */
  public void disconnect(TestTenant tenant) {
    databases.forget(tenant.tenant().name());
    await()
        .until(
            () ->
                tenant
                    .column(
                        "SELECT pid::text FROM pg_stat_activity WHERE application_name = 'test'"
                            + " AND datname = current_database()")
                    .isEmpty());
  }

  @Override
  public void close() {
    databases.close();
    sessions.close();
  }
}
