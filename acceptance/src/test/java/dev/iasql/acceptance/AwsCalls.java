package dev.iasql.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;

/** What the emulator can tell and do that AWS cannot. */
record AwsCalls(IasqlSystem system) {

  /** How often each action that changes something was called since the emulator started. */
  Map<String, Integer> writes() {
    JsonNode calls = IasqlSystem.json(system.send(HttpRequest.newBuilder(at("/_iasql/calls"))));
    Map<String, Integer> writes = new TreeMap<>();
    calls
        .fields()
        .forEachRemaining(
            call -> {
              if (!call.getKey().matches("(Describe|Get|List).*")) {
                writes.put(call.getKey(), call.getValue().asInt());
              }
            });
    return writes;
  }

  /** From now on the credentials of every call are looked up, and so none is accepted. */
  void refuseCredentials() {
    authenticateAfter("0");
  }

  void acceptCredentials() {
    authenticateAfter("inf");
  }

  private void authenticateAfter(String calls) {
    system.send(
        HttpRequest.newBuilder(at("/moto-api/reset-auth")).POST(BodyPublishers.ofString(calls)));
  }

  private URI at(String path) {
    return URI.create(system.environment().get("AWS_ENDPOINT_URL") + path);
  }
}
