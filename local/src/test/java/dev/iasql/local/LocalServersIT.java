package dev.iasql.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

final class LocalServersIT {

  @Test
  void postgresAnswersAndHasTheExtensionsTenantsNeed() throws SQLException {
    PostgresServer postgres = TestServers.postgres();
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(postgres.adminUser(), "postgres"));
        Statement statement = connection.createStatement()) {
      assertThat(single(statement, "SHOW server_version")).startsWith("18.");
      assertThat(single(statement, "SHOW data_checksums")).isEqualTo("on");
      assertThat(single(statement, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(
              single(statement, "SELECT name FROM pg_available_extensions WHERE name = 'dblink'"))
          .isEqualTo("dblink");
    }
  }

  @Test
  void postgresKeepsItsDataWhenItIsKilled() throws SQLException {
    PostgresServer postgres = TestServers.postgres();
    String url = postgres.jdbcUrl(postgres.adminUser(), "postgres");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
    }

    postgres.kill();
    postgres.restart();

    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      assertThat(single(statement, "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void kafkaTakesTopicsAndKeepsThemWhenItIsKilled() throws Exception {
    KafkaServer kafka = TestServers.kafka();
    Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (Admin admin = Admin.create(config)) {
      admin
          .createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }

    kafka.kill();
    kafka.restart();

    try (Admin admin = Admin.create(config)) {
      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("kept");
    }
  }

  @Test
  void theEmulatorShowsTheSampleNetworks() throws Exception {
    String home = describeVpcs("us-east-1");
    assertThat(home)
        .contains("10.10.0.0/16")
        .contains("172.31.0.0/16")
        .contains("<value>shop</value>");
    assertThat(describeVpcs("eu-west-1")).contains("172.31.0.0/16").doesNotContain("10.10.0.0/16");
  }

  @Test
  void theEmulatorHandsOutTheSameIdentifiersAtEveryStart() throws Exception {
    String before = describeVpcs("us-east-1");

    TestServers.aws().restart();

    assertThat(describeVpcs("us-east-1")).isEqualTo(before);
  }

  @Test
  void theEmulatorCountsCallsByAction() throws Exception {
    TestServers.aws().restart();
    describeVpcs("us-east-1");
    describeVpcs("eu-west-1");

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(TestServers.aws().endpoint() + "/_iasql/calls")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.ofString()).body())
          .isEqualTo("{\"DescribeVpcs\": 2}");
    }
  }

  @Test
  void theEmulatorDeletesANetworkAclWithItsVpc() throws Exception {
    Matcher made =
        Pattern.compile("<vpcId>(.*?)</vpcId>")
            .matcher(call("eu-west-1", "CreateVpc&CidrBlock=10.66.0.0/16"));
    assertThat(made.find()).isTrue();
    assertThat(call("eu-west-1", "DescribeNetworkAcls")).contains(made.group(1));

    call("eu-west-1", "DeleteVpc&VpcId=" + made.group(1));

    assertThat(call("eu-west-1", "DescribeNetworkAcls")).doesNotContain(made.group(1));
  }

  private static String describeVpcs(String region) throws IOException, InterruptedException {
    return call(region, "DescribeVpcs");
  }

  private static String call(String region, String action)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(TestServers.aws().endpoint()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/"
                    + region
                    + "/ec2/aws4_request, Signature=0")
            .POST(BodyPublishers.ofString("Version=2016-11-15&Action=" + action))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body().replaceAll("<requestId>.*?</requestId>", "");
    }
  }

  private static String single(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
