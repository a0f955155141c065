package dev.iasql.registry;

import dev.iasql.local.FolderTree;
import dev.iasql.local.KafkaServer;
import dev.iasql.local.process.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The servers of the other tests, but for a Kafka of its own that a test may kill. */
public final class KafkaThatCrashes implements QuarkusTestResourceLifecycleManager {
  private Path folder;
  private KafkaServer kafka;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("kafka-that-crashes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kafka = KafkaServer.start(folder, FreePort.any());
    Map<String, String> configuration = new HashMap<>(new RegistryServers().start());
    configuration.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    return configuration;
  }

  /** Crashes are handed over as plain Java types, which every class loader shares. */
  @Override
  public void inject(TestInjector injector) {
    inject(injector, "killKafka", kafka::kill);
    inject(injector, "restartKafka", kafka::restart);
  }

  private static void inject(TestInjector injector, String name, Runnable action) {
    injector.injectIntoFields(
        action, field -> field.getName().equals(name) && field.getType() == Runnable.class);
  }

  @Override
  public void stop() {
    kafka.close();
    new FolderTree(folder).delete();
  }
}
