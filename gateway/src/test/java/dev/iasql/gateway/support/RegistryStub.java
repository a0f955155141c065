package dev.iasql.gateway.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Answers like a registry would, and tells in the answer what it was asked. */
final class RegistryStub {
  private RegistryStub() {}

  /** Starts a server that ends with the JVM, and returns its address. */
  static String start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/api/v1/modules", RegistryStub::answer);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return "http://127.0.0.1:" + server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    int received = exchange.getRequestBody().readAllBytes().length;
    if (path.endsWith("/nothing")) {
      send(exchange, 404, "application/problem+json", problem(path));
    } else if (path.endsWith("/lost")) {
      exchange.close();
    } else if (path.endsWith("/locked")) {
      send(exchange, 403, "application/problem+json", "{}");
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    } else if (path.endsWith("/graph")) {
      String accept = exchange.getRequestHeaders().getFirst("Accept");
      send(exchange, 200, accept.equals("*/*") ? "application/json" : accept, "\"" + accept + "\"");
    } else {
      boolean publication = path.equals("/api/v1/modules");
      exchange.getResponseHeaders().add("Location", "http://registry:1" + path + "/made");
      send(exchange, publication ? 201 : 200, "application/json", told(exchange, received));
    }
  }

  private static String problem(String path) {
    return """
    {"type": "/problems/module-not-found", "title": "No module.", "status": 404,
     "detail": "there is no module", "instance": "%s", "code": "MODULE_NOT_FOUND"}
    """
        .formatted(path);
  }

  private static String told(HttpExchange exchange, int received) {
    return """
    {"method": "%s", "path": "%s", "authorization": "%s", "type": "%s", "bytes": %d}
    """
        .formatted(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            received);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
