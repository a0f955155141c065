package dev.iasql.local;

import dev.iasql.local.kafka.KafkaPart;
import dev.iasql.local.process.FreePort;
import dev.iasql.local.process.ServerFiles;
import dev.iasql.local.process.ServerProcess;
import java.nio.file.Path;

/**
 * A real Kafka broker on this machine, for tests. Topics come into being when they are first used.
 */
public final class KafkaServer implements AutoCloseable {
  private final int port;
  private final KafkaPart part;
  private final ServerFiles files;
  private ServerProcess process;

  private KafkaServer(int port, KafkaPart part, ServerFiles files) {
    this.port = port;
    this.part = part;
    this.files = files;
    this.process = RunningServer.start(part, files);
  }

  /** Starts a broker whose data is in the folder, new or as an earlier broker left it. */
  public static KafkaServer start(Path stateDir, int port) {
    ServerFiles files = new ServerFiles(stateDir);
    return new KafkaServer(port, new KafkaPart(files, port, FreePort.any(), false), files);
  }

  /** What clients connect to. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Ends the broker as a crash would. */
  public void kill() {
    process.kill();
  }

  /** Starts it again on the same port with the same data. */
  public void restart() {
    process.close();
    process = RunningServer.start(part, files);
  }

  @Override
  public void close() {
    process.close();
  }
}
