package dev.iasql.local.kafka;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.JavaProgram;
import dev.iasql.local.process.Part;
import dev.iasql.local.process.ServerCommand;
import dev.iasql.local.process.ServerFiles;
import dev.iasql.local.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One Kafka broker that is its own controller. */
public final class KafkaPart implements Part {
  public static final String NAME = "kafka";

  private final ServerFiles files;
  private final int port;
  private final int controllerPort;

  public KafkaPart(ServerFiles files, int port, int controllerPort) {
    this.files = files;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Integer> ports() {
    return List.of(port, controllerPort);
  }

  @Override
  public ServerCommand prepare() {
    Path folder = files.folder(NAME);
    try {
      Files.createDirectories(folder);
      KafkaStorage storage = new KafkaStorage(folder.resolve("data"));
      Path properties = folder.resolve("server.properties");
      KafkaProperties.write(properties, port, controllerPort, storage.path());
      storage.format(properties);
      return new ServerCommand(NAME, command(properties), Map.of(), folder, Signal.TERM);
    } catch (IOException e) {
      throw new LaunchException("cannot prepare " + folder + " for Kafka: " + e.getMessage(), e);
    }
  }

  private static List<String> command(Path properties) {
    return new JavaProgram("256m")
        .flags("-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true")
        .flags(
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
        .flags("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS")
        .main(ServerClassPath.asOption(), "kafka.Kafka", properties.toString());
  }

  @Override
  public boolean ready() {
    return KafkaPing.answers(port);
  }
}
