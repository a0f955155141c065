package dev.iasql.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tenant database made for one measurement, and removed after it. */
final class Tenant implements AutoCloseable {
  private final Settings settings;
  private final String name;
  private final Connection connection;

  Tenant(Settings settings, String name) throws IOException, InterruptedException, SQLException {
    this.settings = settings;
    this.name = name;
    String answer = call("POST", "/databases", "{\"name\":\"" + name + "\"}");
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(field(answer, "host"), field(answer, "port"), field(answer, "database"));
    this.connection =
        DriverManager.getConnection(url, field(answer, "user"), field(answer, "password"));
  }

  Connection connection() {
    return connection;
  }

  /** Runs a statement, reads all its rows and returns how long that took, in nanoseconds. */
  long time(String sql) throws SQLException {
    long begin = System.nanoTime();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
    return System.nanoTime() - begin;
  }

  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Leaves only the benchmark's regions to be read. */
  void readOnly(Iterable<String> regions) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE aws_region SET is_enabled = region IN ('" + String.join("','", regions) + "')");
    }
  }

  private String call(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.apiUrl() + "/api/v1" + path))
            .header("Authorization", "Bearer " + settings.apiToken())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException(response.statusCode() + " " + response.body());
      }
      return response.body();
    }
  }

  private static String field(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + name + " in the answer");
    }
    return matcher.group(1);
  }

  @Override
  public void close() throws SQLException, IOException, InterruptedException {
    connection.close();
    call("DELETE", "/databases/" + name, "");
  }
}
