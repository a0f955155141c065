package dev.iasql.local;

import dev.iasql.local.process.FreePort;
import java.nio.file.Path;

/**
 * Servers that all tests of one JVM share: each starts when it is first asked for and ends with the
 * JVM.
 */
public final class TestServers {
  private static Path state;
  private static PostgresServer postgres;
  private static KafkaServer kafka;
  private static AwsEmulator aws;

  private TestServers() {}

  public static synchronized PostgresServer postgres() {
    if (postgres == null) {
      postgres = PostgresServer.start(state(), FreePort.any());
    }
    return postgres;
  }

  public static synchronized KafkaServer kafka() {
    if (kafka == null) {
      kafka = KafkaServer.start(state(), FreePort.any());
    }
    return kafka;
  }

  /** An emulated AWS with the sample networks. */
  public static synchronized AwsEmulator aws() {
    if (aws == null) {
      aws = AwsEmulator.start(state(), FreePort.any());
    }
    return aws;
  }

  private static Path state() {
    if (state == null) {
      state = TestState.create();
      Runtime.getRuntime().addShutdownHook(new Thread(TestServers::end, "end of test servers"));
    }
    return state;
  }

  /** By force where nothing outlives the process; Postgres would leave its shared memory behind. */
  private static synchronized void end() {
    if (aws != null) {
      aws.kill();
    }
    if (kafka != null) {
      kafka.kill();
    }
    if (postgres != null) {
      postgres.close();
    }
    new FolderTree(state).delete();
  }
}
