package dev.iasql.local.kafka;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.JavaProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;

/** The folder of a broker's data. */
record KafkaStorage(Path path) {

  /** Makes a new folder ready for use, by Kafka's own tool; one that is in use stays as it is. */
  void format(Path properties) throws IOException {
    if (Files.exists(path.resolve("meta.properties"))) {
      return;
    }
    Process tool =
        new ProcessBuilder(
                JavaProgram.withHeap("128m")
                    .quickToStart()
                    .flags("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                    .main(
                        ServerClassPath.asOption(),
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id=" + newClusterId(),
                        "--config=" + properties))
            .redirectErrorStream(true)
            .start();
    String output = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (tool.waitFor() != 0) {
        throw new LaunchException("Kafka cannot format " + path + ":\n" + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while Kafka was formatting " + path, e);
    }
  }

  /** Kafka writes a UUID as 22 characters of URL-safe base64. */
  private static String newClusterId() {
    UUID id = UUID.randomUUID();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
