package dev.iasql.gateway.registry;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import dev.iasql.gateway.GatewayConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The module registry, which is asked on behalf of callers the gateway has let in. */
@Singleton
public final class Registry {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** Far more than the graph of thousands of modules. */
  private static final int MOST_ANSWER = 16 * 1024 * 1024;

  private final RegistryConfiguration configuration;
  private final String authorization;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  Registry(RegistryConfiguration configuration, GatewayConfiguration gateway) {
    this.configuration = configuration;
    this.authorization = "Bearer " + configuration.token().orElseGet(gateway::token);
  }

  /**
   * @param accept the media types the caller takes
   * @param administrator whether the caller is one, who is told more
   * @throws ExternalException if the registry does not answer
   */
  public RegistryAnswer get(String path, String accept, boolean administrator) {
    HttpRequest.Builder request = request(path).GET().header("Accept", accept);
    return send(administrator ? request.header("Authorization", authorization) : request);
  }

  /**
   * @throws ExternalException if the registry does not answer
   */
  public RegistryAnswer post(String path, String mediaType, byte[] body) {
    BodyPublisher publisher = BodyPublishers.ofByteArray(body);
    return send(
        request(path)
            .POST(publisher)
            .header("Content-Type", mediaType)
            .header("Authorization", authorization));
  }

  /**
   * @throws ExternalException if the registry does not answer
   */
  public RegistryAnswer delete(String path) {
    return send(request(path).DELETE().header("Authorization", authorization));
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(configuration.url().resolve(path))
        .timeout(configuration.timeout());
  }

  private RegistryAnswer send(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        refuseIfUnknown(response.statusCode());
        return answer(response, new String(body.readNBytes(MOST_ANSWER), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  /** A location names the registry, where callers may not come; its path is also one of ours. */
  private static RegistryAnswer answer(HttpResponse<InputStream> response, String body) {
    Optional<URI> location =
        response
            .headers()
            .firstValue("Location")
            .map(address -> URI.create(URI.create(address).getRawPath()));
    return new RegistryAnswer(
        response.statusCode(), response.headers().firstValue("Content-Type"), location, body);
  }

  /** The caller's token was right; that the gateway's is not, the caller cannot change. */
  private static void refuseIfUnknown(int status) {
    if (status == 401 || status == 403) {
      throw new ExternalException(
          ErrorCode.UNAVAILABLE,
          "the module registry does not let the gateway in",
          "Its administrator's token is another than the one the gateway shows.",
          "Set iasql.registry.token alike for both services.");
    }
  }

  private static ExternalException unavailable(Exception cause) {
    return new ExternalException(
        ErrorCode.UNAVAILABLE,
        "the module registry does not answer",
        null,
        "Try again in a moment; databases and what is installed in them do not need it.",
        cause);
  }
}
