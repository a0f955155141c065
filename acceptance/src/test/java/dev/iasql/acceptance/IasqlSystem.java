package dev.iasql.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The whole system, started once with {@code ./iasql up} and shared by all tests. */
final class IasqlSystem {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of(System.getProperty("iasql.root")).toAbsolutePath();
  private static final AtomicInteger TENANTS = new AtomicInteger();
  private static final int PORTS_NEEDED = 20;
  private static IasqlSystem shared;

  private final Path state;
  private final HttpClient http = HttpClient.newHttpClient();
  private Map<String, String> environment = Map.of();

  private IasqlSystem(Path state) {
    this.state = state;
  }

  static synchronized IasqlSystem shared() {
    if (shared == null) {
      shared = new IasqlSystem(temporaryFolder());
      shared.up();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> shared.iasql("down")));
    }
    return shared;
  }

  private void up() {
    iasql("up", "--detach", "--port-base", String.valueOf(freePortBase())).orFail();
    readEnvironment();
  }

  /** Runs {@code ./iasql} for this system. */
  CommandLine.Result iasql(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of(ROOT.resolve("iasql").toString(), command));
    line.addAll(List.of("--state-dir", state.toString()));
    line.addAll(Arrays.asList(arguments));
    return CommandLine.run(ROOT, Map.of(), line);
  }

  /** Runs {@code ./iasql module} for this system. */
  CommandLine.Result module(String command, String... arguments) {
    List<String> line =
        new ArrayList<>(List.of(ROOT.resolve("iasql").toString(), "module", command));
    line.addAll(Arrays.asList(arguments));
    if (!command.equals("new")) {
      line.addAll(List.of("--state-dir", state.toString()));
    }
    return CommandLine.run(ROOT, Map.of(), line);
  }

  /** What {@code ./iasql env} exports. */
  Map<String, String> environment() {
    return environment;
  }

  private void readEnvironment() {
    Map<String, String> exports = new HashMap<>();
    for (String line : iasql("env").orFail().output().lines().toList()) {
      if (line.startsWith("export ")) {
        String[] pair = line.substring("export ".length()).split("=", 2);
        exports.put(pair[0], pair[1].replaceAll("^['\"]|['\"]$", ""));
      }
    }
    environment = Map.copyOf(exports);
  }

  /** A new tenant database; its name is the prefix and a number. */
  TenantDatabase newTenant(String prefix) {
    String name = prefix + "_" + TENANTS.incrementAndGet();
    HttpResponse<String> answer = api("POST", "/databases", "{\"name\":\"" + name + "\"}");
    if (answer.statusCode() != 201) {
      throw new AssertionError("tenant not made: " + answer.statusCode() + " " + answer.body());
    }
    return TenantDatabase.from(json(answer));
  }

  HttpResponse<String> api(String method, String path, String body) {
    return send(method, path, body, environment.get("IASQL_API_TOKEN"));
  }

  HttpResponse<String> send(String method, String path, String body, String token) {
    HttpRequest.Builder request =
        request(path)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request);
  }

  /** Sends a zip archive as the administrator. */
  HttpResponse<String> upload(String path, byte[] zip) {
    return send(
        request(path)
            .header("Content-Type", "application/zip")
            .header("Authorization", "Bearer " + environment.get("IASQL_API_TOKEN"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(zip)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(environment.get("IASQL_API_URL") + "/api/v1" + path));
  }

  /** Sends a request to any server. */
  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + response.body(), e);
    }
  }

  /** The AWS API, as a user's own program would call it. */
  Ec2Client ec2(String region) {
    return Ec2Client.builder()
        .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL")))
        .region(Region.of(region))
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }

  static Path root() {
    return ROOT;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("iasql-acceptance");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first of a row of ports that are all free now. */
  private static int freePortBase() {
    for (int base = 21000; base < 30000; base += 100) {
      if (allFree(base)) {
        return base;
      }
    }
    throw new AssertionError("no free ports");
  }

  private static boolean allFree(int base) {
    for (int port = base; port < base + PORTS_NEEDED; port++) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new java.net.InetSocketAddress("127.0.0.1", port));
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
