package dev.iasql.local.module;

import dev.iasql.local.LaunchException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of the gateway's API that is about modules.
 *
 * @param address the gateway's, without a path
 * @param token the administrator's
 */
public record ModulesApi(URI address, String token) {
  private static final String MODULES = "/api/v1/modules";

  /** A check makes a database and drops it again. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(10);

  /** Tries a bundle out without keeping it. */
  public CheckResult check(ModuleArchive archive) {
    return CheckResult.of(body(send(post("/check", archive))));
  }

  /**
   * Publishes a bundle.
   *
   * @return false if exactly this was published before
   */
  public boolean publish(ModuleArchive archive) {
    HttpResponse<String> response = send(post("", archive));
    body(response);
    return response.statusCode() == HttpURLConnection.HTTP_CREATED;
  }

  /** The newest version of every module: name, version, summary, conflicts. */
  public List<Map<String, String>> list() {
    List<Map<String, String>> modules = new ArrayList<>();
    String cursor = "";
    do {
      Map<String, Object> page = body(send(request("?limit=200" + cursor).GET()));
      for (Object item : Json.list(page, "items")) {
        modules.add(module((Map<?, ?>) item));
      }
      cursor = page.get("next") instanceof String next ? "&cursor=" + encoded(next) : "";
    } while (!cursor.isEmpty());
    return modules;
  }

  private static Map<String, String> module(Map<?, ?> item) {
    Map<String, String> module = new LinkedHashMap<>();
    for (String field : List.of("name", "version", "summary")) {
      module.put(field, Json.text(item.get(field)));
    }
    List<String> conflicts = new ArrayList<>();
    if (item.get("conflicts") instanceof List<?> others) {
      others.forEach(other -> conflicts.add(Json.text(((Map<?, ?>) other).get("module"))));
    }
    module.put("conflicts", String.join(", ", conflicts));
    return module;
  }

  private HttpRequest.Builder post(String path, ModuleArchive archive) {
    return request(path)
        .header("Content-Type", "application/zip")
        .POST(BodyPublishers.ofByteArray(archive.content()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + MODULES + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json, application/problem+json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIME_TO_CONNECT).build()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LaunchException(
          "%s does not answer%s. Is the system up? See ./iasql status"
              .formatted(address, e.getMessage() == null ? "" : ": " + e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted", e);
    }
  }

  private Map<String, Object> body(HttpResponse<String> response) {
    if (response.statusCode() >= HttpURLConnection.HTTP_BAD_REQUEST) {
      throw ApiProblem.of(address, response);
    }
    return Json.object(response.body())
        .orElseThrow(
            () ->
                new LaunchException(
                    "%s answered %d, but no JSON. Is that the address of a gateway?"
                        .formatted(address, response.statusCode())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ModulesApi[" + address + "]";
  }
}
