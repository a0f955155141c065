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
  private final boolean remembersClasses;

  /**
   * @param remembersClasses whether it starts faster the next time for ending slower the first time
   */
  public KafkaPart(ServerFiles files, int port, int controllerPort, boolean remembersClasses) {
    this.files = files;
    this.port = port;
    this.controllerPort = controllerPort;
    this.remembersClasses = remembersClasses;
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
      return new ServerCommand(NAME, command(folder, properties), Map.of(), folder, Signal.TERM);
    } catch (IOException e) {
      throw new LaunchException("cannot prepare " + folder + " for Kafka: " + e.getMessage(), e);
    }
  }

  private List<String> command(Path folder, Path properties) {
    JavaProgram jvm =
        JavaProgram.withHeap("256m")
            .quickToStart()
            .flags("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
            .flags("-Dorg.slf4j.simpleLogger.showDateTime=true")
            .flags("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS")
            .flags("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    JavaProgram program =
        remembersClasses ? jvm.rememberingClasses(folder.resolve("classes.jsa")) : jvm;
    return program.main(ServerClassPath.asOption(), "kafka.Kafka", properties.toString());
  }

  @Override
  public boolean ready() {
    return KafkaPing.answers(port);
  }
}
