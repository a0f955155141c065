package dev.iasql.gateway.api;

import static dev.iasql.gateway.support.Api.administrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.iasql.core.event.DatabaseChanged;
import dev.iasql.core.event.DatabaseChanged.Change;
import dev.iasql.core.event.Topics;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantSecrets;
import dev.iasql.gateway.support.InstallService;
import dev.iasql.gateway.support.Servers;
import dev.iasql.gateway.support.TenantServer;
import dev.iasql.gateway.support.TopicTail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class DatabaseResourceIT {
  private static final String PATH = "/api/v1/databases";

  @Inject TenantDirectory directory;
  @Inject TenantServer server;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @ConfigProperty(name = "test.postgres.port")
  int port;

  @AfterEach
  void emptyTheDirectory() {
    directory.list().forEach(tenant -> directory.forget(tenant.name()));
  }

  @Test
  void makesADatabaseAndShowsItsPasswordOnce() throws Exception {
    try (InstallService unused = new InstallService(kafka, directory, server)) {
      ValidatableResponse created = create("shop").statusCode(201);

      created
          .contentType("application/json")
          .header("Location", endsWith(PATH + "/shop"))
          .body("name", equalTo("shop"))
          .body("state", equalTo("ready"))
          .body("connection.host", equalTo("127.0.0.1"))
          .body("connection.port", equalTo(port))
          .body("connection.database", equalTo("shop"))
          .body("connection.user", equalTo("shop"));
      signIn(created.extract().jsonPath()).close();
      get("shop")
          .statusCode(200)
          .body("state", equalTo("ready"))
          .body("connection.user", equalTo("shop"))
          .body("connection.password", nullValue())
          .body("createdAt", notNullValue());

      administrator().delete(PATH + "/shop").then().statusCode(204);
      get("shop").statusCode(404);
    }
  }

  @Test
  void setsANewPassword() throws Exception {
    try (InstallService unused = new InstallService(kafka, directory, server)) {
      JsonPath before = create("bank").statusCode(201).extract().jsonPath();

      JsonPath after =
          administrator()
              .post(PATH + "/bank/credentials")
              .then()
              .statusCode(200)
              .body("connection.user", equalTo("bank"))
              .extract()
              .jsonPath();

      assertThat(after.getString("connection.password"))
          .isNotEqualTo(before.getString("connection.password"));
      signIn(after).close();
      assertThatThrownBy(() -> signIn(before)).isInstanceOf(SQLException.class);
      administrator().delete(PATH + "/bank").then().statusCode(204);
    }
  }

  @Test
  void answersThatADatabaseIsNotReadyYet() {
    try (TopicTail tail = new TopicTail(kafka, Topics.DATABASES)) {
      create("slow")
          .statusCode(202)
          .header("Location", endsWith(PATH + "/slow"))
          .body("state", equalTo("requested"))
          .body("connection", nullValue());

      await()
          .untilAsserted(
              () ->
                  assertThat(tail.events("slow", DatabaseChanged.class))
                      .containsExactly(new DatabaseChanged("slow", Change.REQUESTED)));
      for (String path : List.of("/modules", "/requests")) {
        administrator()
            .get(PATH + "/slow" + path)
            .then()
            .statusCode(409)
            .body("code", equalTo("DATABASE_NOT_READY"))
            .body("detail", equalTo("the database \"slow\" is requested"));
      }
      administrator()
          .post(PATH + "/slow/credentials")
          .then()
          .statusCode(409)
          .body("code", equalTo("DATABASE_NOT_READY"));

      administrator()
          .delete(PATH + "/slow")
          .then()
          .statusCode(202)
          .header("Location", endsWith(PATH + "/slow"))
          .body("state", equalTo("deleting"));
      await()
          .untilAsserted(
              () ->
                  assertThat(tail.events("slow", DatabaseChanged.class))
                      .endsWith(new DatabaseChanged("slow", Change.DELETING)));
      administrator().delete(PATH + "/slow").then().statusCode(202);
    }
  }

  @Test
  void tellsWhyADatabaseCannotBeMade() {
    Thread failing =
        Thread.ofVirtual()
            .start(
                () -> {
                  TenantName name = new TenantName("unlucky");
                  await().until(() -> directory.find(name).isPresent());
                  directory.failed(name, "the disk is full");
                });

    create("unlucky")
        .statusCode(202)
        .body("state", equalTo("failed"))
        .body("problem", equalTo("the disk is full"));
    assertThat(failing.isAlive()).isFalse();
  }

  @Test
  void refusesANameThatIsTaken() {
    ready("taken");

    create("taken")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("DATABASE_EXISTS"));
  }

  @Test
  void listsDatabasesPageByPage() {
    List.of("delta", "alpha", "charlie", "bravo").forEach(this::ready);

    JsonPath first = list(Map.of("limit", 3));
    JsonPath second = list(Map.of("limit", 3, "cursor", first.getString("next")));

    assertThat(first.getList("items.name")).isEqualTo(List.of("alpha", "bravo", "charlie"));
    assertThat(first.getString("items[0].state")).isEqualTo("ready");
    assertThat(first.getString("items[0].connection.database")).isEqualTo("alpha");
    assertThat(first.getString("items[0].connection.password")).isNull();
    assertThat(second.getList("items.name")).isEqualTo(List.of("delta"));
    assertThat(second.getMap("$")).doesNotContainKey("next");
  }

  @Test
  void suggestsTheDatabaseThatWasProbablyMeant() {
    ready("warehouse");

    get("warehose")
        .statusCode(404)
        .body("code", equalTo("DATABASE_NOT_FOUND"))
        .body("detail", equalTo("there is no database \"warehose\""))
        .body("hint", containsString("Did you mean warehouse?"));
    administrator().delete(PATH + "/warehose").then().statusCode(404);
    administrator().post(PATH + "/warehose/credentials").then().statusCode(404);
    administrator().get(PATH + "/warehose/modules").then().statusCode(404);
  }

  private static ValidatableResponse create(String name) {
    return administrator()
        .contentType("application/json")
        .body(Map.of("name", name))
        .post(PATH)
        .then();
  }

  private static ValidatableResponse get(String name) {
    return administrator().get(PATH + "/" + name).then();
  }

  private static JsonPath list(Map<String, ?> parameters) {
    return administrator()
        .queryParams(parameters)
        .get(PATH)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** In the directory, with no database behind it. */
  private void ready(String name) {
    TenantName tenant = new TenantName(name);
    directory.request(tenant, TenantSecrets.random());
    directory.ready(tenant, "127.0.0.1", port);
  }

  private static Connection signIn(JsonPath database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s"
            .formatted(
                database.getString("connection.host"),
                database.getInt("connection.port"),
                database.getString("connection.database")),
        database.getString("connection.user"),
        database.getString("connection.password"));
  }
}
