package dev.iasql.local.supervisor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Stands for each of the four services: healthy at once, and a gateway that makes any database. */
public final class StubService {
  private static final String DATABASE =
      """
      {"name": "demo", "state": "ready", "connection": {"user": "demo", "password": "shown-once"}}""";

  private StubService() {}

  public static void main(String[] arguments) throws IOException {
    listen("QUARKUS_HTTP_PORT");
    listen("QUARKUS_MANAGEMENT_PORT");
  }

  private static void listen(String variable) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv(variable)));
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", StubService::answer);
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean post = exchange.getRequestMethod().equals("POST");
      byte[] body = (post ? DATABASE : "{}").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(post ? 201 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
