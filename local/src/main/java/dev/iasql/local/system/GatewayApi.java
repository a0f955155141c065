package dev.iasql.local.system;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The part of the gateway's API that makes tenant databases.
 *
 * @param address the gateway's, without a path
 * @param token what the gateway lets in
 */
public record GatewayApi(String address, String token) {
  private static final int TIMEOUT_MILLIS = 60_000;

  /**
   * Makes a tenant's database and returns its password; empty if there is one of that name already.
   */
  public Optional<String> createDatabase(String name) {
    Answer answer = post("/api/v1/databases", "{\"name\":\"" + name + "\"}");
    return switch (answer.status()) {
      case HttpURLConnection.HTTP_CREATED -> Optional.of(answer.password());
      case HttpURLConnection.HTTP_CONFLICT -> Optional.empty();
      default -> throw answer.unexpected("cannot make the database " + name);
    };
  }

  /** Gives a tenant's role a new password. */
  public String newPassword(String name) {
    Answer answer = post("/api/v1/databases/" + name + "/credentials", "");
    if (answer.status() != HttpURLConnection.HTTP_OK
        && answer.status() != HttpURLConnection.HTTP_CREATED) {
      throw answer.unexpected("cannot set a new password for the database " + name);
    }
    return answer.password();
  }

  private Answer post(String path, String body) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address + path).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Authorization", "Bearer " + token);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
      return new Answer(connection.getResponseCode(), bodyOf(connection));
    } catch (IOException e) {
      throw new LaunchException(
          "the gateway does not answer at " + address + ": " + e.getMessage(), e);
    }
  }

  private static String bodyOf(HttpURLConnection connection) throws IOException {
    try (InputStream in =
        connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public String toString() {
    return "GatewayApi[" + address + "]";
  }

  private record Answer(int status, String body) {

    String password() {
      try (JsonParser json = new JsonFactory().createParser(body)) {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          if (token == JsonToken.FIELD_NAME && "password".equals(json.currentName())) {
            return json.nextTextValue();
          }
        }
      } catch (IOException e) {
        throw unexpected("the gateway's answer is not JSON");
      }
      throw unexpected("the gateway's answer holds no password");
    }

    LaunchException unexpected(String what) {
      return new LaunchException(what + ": the gateway answered " + status + " " + body);
    }

    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }
}
