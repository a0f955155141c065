package dev.iasql.local.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers what it was told to, and remembers what it was asked. */
final class StubGateway implements AutoCloseable {
  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Answer> answers = new HashMap<>();
  private final List<String> calls = new ArrayList<>();

  StubGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * @param call method and path with its query
   */
  void on(String call, int status, String body) {
    answers.put(call, new Answer(status, body));
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Method, path, media type and token of each request. */
  List<String> calls() {
    return calls;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    calls.add(
        String.join(
            " ",
            call,
            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
            exchange.getRequestHeaders().getFirst("Authorization")));
    exchange.getRequestBody().readAllBytes();
    Answer answer = answers.getOrDefault(call, new Answer(404, "nothing here"));
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
