package dev.iasql.benchmarks;

import dev.iasql.local.KafkaServer;
import dev.iasql.local.PostgresServer;
import dev.iasql.local.process.FreePort;
import dev.iasql.local.process.JavaProgram;
import dev.iasql.local.process.ServerFiles;
import dev.iasql.local.process.ServerProcess;
import dev.iasql.local.service.ServicePart;
import dev.iasql.local.service.Services;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A registry of its own, with the memory it has on one machine. */
final class RegistryUnderTest implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final String HEAP = "192m";

  private final int port;
  private final int managementPort;
  private final ServerProcess process;
  private final double startSeconds;
  private final double startCpuSeconds;

  RegistryUnderTest(
      Path checkout, Path state, PostgresServer postgres, String database, KafkaServer kafka) {
    this.port = FreePort.any();
    this.managementPort = FreePort.any();
    ServicePart part =
        new ServicePart(
            Services.REGISTRY,
            Services.jar(checkout, Services.REGISTRY),
            state.resolve("registry"),
            port,
            managementPort,
            JavaProgram.withHeap(HEAP).quickToStart(),
            Map.of(
                "QUARKUS_HTTP_PORT", "" + port,
                "QUARKUS_MANAGEMENT_PORT", "" + managementPort,
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database),
                "QUARKUS_DATASOURCE_USERNAME", postgres.adminUser(),
                "QUARKUS_DATASOURCE_PASSWORD", postgres.adminPassword(),
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()));
    long begin = System.nanoTime();
    this.process =
        ServerProcess.start(part.prepare(), new ServerFiles(state)).awaitReady(part, START);
    this.startSeconds = (System.nanoTime() - begin) / 1e9;
    this.startCpuSeconds =
        ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow()
                .toMillis()
            / 1e3;
  }

  /** From the start of the process until it is ready. */
  double startSeconds() {
    return startSeconds;
  }

  /** The processor time that took, which does not depend on what else the machine does. */
  double startCpuSeconds() {
    return startCpuSeconds;
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** An address that answers without doing anything. */
  URI trivialAddress() {
    return URI.create("http://127.0.0.1:" + managementPort + "/q/health/live");
  }

  /** What is reachable on its heap, after a full collection. */
  double liveMib() throws IOException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String total =
        histogram
            .lines()
            .filter(line -> line.startsWith("Total"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("jcmd does not answer: " + histogram));
    return Long.parseLong(total.strip().split("\\s+")[2]) / 1048576.0;
  }

  @Override
  public void close() {
    process.close();
  }
}
