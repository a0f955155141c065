package dev.iasql.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The settings of a broker that is alone: nothing is replicated, and it listens on this machine
 * only.
 */
final class KafkaProperties {
  private static final String TEMPLATE =
      """
      process.roles=broker,controller
      node.id=1
      controller.quorum.voters=1@127.0.0.1:%2$d
      listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
      advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      inter.broker.listener.name=PLAINTEXT
      controller.listener.names=CONTROLLER
      log.dirs=%3$s
      num.network.threads=2
      num.io.threads=2
      num.partitions=4
      auto.create.topics.enable=true
      default.replication.factor=1
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=4
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      transaction.state.log.num.partitions=4
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      share.coordinator.state.topic.num.partitions=4
      group.initial.rebalance.delay.ms=0
      log.cleaner.dedupe.buffer.size=16777216
      log.segment.bytes=67108864
      broker.heartbeat.interval.ms=500
      broker.session.timeout.ms=2000
      """;

  private KafkaProperties() {}

  static void write(Path file, int port, int controllerPort, Path data) throws IOException {
    Files.writeString(file, TEMPLATE.formatted(port, controllerPort, data));
  }
}
