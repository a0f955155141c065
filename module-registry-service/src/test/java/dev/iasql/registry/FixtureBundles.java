package dev.iasql.registry;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Publishes the well-formed bundles of {@code src/test/bundles}. */
public final class FixtureBundles implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "iasql.registry.bundles", "src/test/bundles",
        "quarkus.http.test-port", "0",
        "quarkus.management.test-port", "0");
  }
}
