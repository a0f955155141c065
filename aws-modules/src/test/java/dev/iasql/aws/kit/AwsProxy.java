package dev.iasql.aws.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands between the SDK and the emulator and does what AWS does and the emulator does not. */
public final class AwsProxy implements AutoCloseable {
  private static final Set<String> NOT_FORWARDED =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final HttpServer server;
  private final URI emulator;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<AwsFault> faults = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> lastCalls = new ConcurrentHashMap<>();
  private volatile int pages = 1;

  public AwsProxy(URI emulator) {
    this.emulator = emulator;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Cuts what is listed into so many pages, whatever their size the caller asks for. */
  public void pages(int number) {
    pages = number;
  }

  public void inject(AwsFault fault) {
    faults.add(fault);
  }

  /** How often an action was called, its failed attempts included. */
  public int calls(String action) {
    return calls.getOrDefault(action, 0);
  }

  /** What the last call of an action said. */
  public Map<String, String> lastCall(String action) {
    return lastCalls.get(action);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Form form = Form.parse(new String(body, StandardCharsets.UTF_8));
      lastCalls.put(form.action(), form.parameters());
      calls.merge(form.action(), 1, Integer::sum);
      for (AwsFault fault : faults) {
        if (fault.strikes(form.action())) {
          if (fault.afterTheFact()) {
            forward(exchange, body);
          }
          answer(exchange, fault.status(), fault.body().getBytes(StandardCharsets.UTF_8));
          return;
        }
      }
      HttpResponse<byte[]> response = forward(exchange, body);
      byte[] page =
          response.statusCode() == 200 ? Pages.cut(response.body(), form, pages) : response.body();
      answer(exchange, response.statusCode(), page);
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(emulator.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_FORWARDED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
