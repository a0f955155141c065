package dev.iasql.sync.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between the SDK and the emulator: passes calls on, except those the test wants to fail.
 */
public final class AwsProxy implements AutoCloseable {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/]+)/[0-9]+/([^/]+)/([^/]+)/");
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");

  /** Headers the HTTP client sets by itself. */
  private static final Set<String> OWN =
      Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

  /** A call to AWS as its signature and body tell it. */
  public record Call(String accessKey, String region, String service, String action) {}

  /** What is done instead of passing a call on, or before that. */
  @FunctionalInterface
  public interface Rule {
    /**
     * @return whether the call was answered
     */
    boolean handle(Call call, Answer answer) throws IOException;
  }

  /** Answers a call. */
  @FunctionalInterface
  public interface Answer {
    void with(int status, String code, String message) throws IOException;
  }

  private final URI target;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private volatile Rule rule = (call, answer) -> false;

  public AwsProxy(String target) {
    this.target = URI.create(target);
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

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on, calls are handled this way. */
  public void rule(Rule next) {
    rule = next;
  }

  /** From now on, these calls fail and all others are passed on. */
  public void fail(Predicate<Call> which, int status, String code, String message) {
    rule =
        (call, answer) -> {
          if (which.test(call)) {
            answer.with(status, code, message);
            return true;
          }
          return false;
        };
  }

  /** From now on, all calls are passed on. */
  public void passAll() {
    rule = (call, answer) -> false;
    calls.clear();
  }

  /** The calls so far, those that failed included. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Call call = call(exchange, new String(body, StandardCharsets.UTF_8));
      calls.add(call);
      if (!rule.handle(
          call, (status, code, message) -> error(exchange, call, status, code, message))) {
        pass(exchange, body);
      }
    }
  }

  private static Call call(HttpExchange exchange, String body) {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    Matcher scope = SCOPE.matcher(authorization == null ? "" : authorization);
    Matcher action = ACTION.matcher(body);
    boolean signed = scope.find();
    return new Call(
        signed ? scope.group(1) : "",
        signed ? scope.group(2) : "",
        signed ? scope.group(3) : "",
        action.find() ? action.group(1) : "");
  }

  private static void error(
      HttpExchange exchange, Call call, int status, String code, String message)
      throws IOException {
    String error = "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, message);
    String document =
        call.service().equals("ec2")
            ? "<Response><Errors>" + error + "</Errors><RequestID>req-1</RequestID></Response>"
            : "<ErrorResponse>" + error + "<RequestId>req-1</RequestId></ErrorResponse>";
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void pass(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      response
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(response.statusCode(), response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
