package dev.iasql.gateway.support;

import dev.iasql.core.event.DatabaseChanged;
import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.Topics;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Does what the directory wants when an event says so, as install-service would. */
public final class InstallService implements AutoCloseable {
  private final TenantDirectory directory;
  private final TenantServer server;
  private final Thread thread;
  private volatile boolean closed;

  public InstallService(String kafka, TenantDirectory directory, TenantServer server) {
    this.directory = directory;
    this.server = server;
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka), new StringDeserializer(), new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.DATABASES).stream()
            .map(partition -> new TopicPartition(Topics.DATABASES, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    this.thread = Thread.ofPlatform().name("install-service").start(() -> run(consumer));
  }

  private void run(KafkaConsumer<String, String> consumer) {
    try (consumer) {
      while (!closed) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(50))) {
          EventCodec.read(record.value(), DatabaseChanged.class).ifPresent(this::settle);
        }
      }
    }
  }

  private void settle(DatabaseChanged event) {
    TenantName name = new TenantName(event.tenant());
    Optional<TenantState> state = directory.find(name).map(Tenant::state);
    try {
      if (state.isPresent()) {
        switch (state.get()) {
          case REQUESTED -> server.make(name);
          case READY -> server.setPassword(name);
          case DELETING -> server.drop(name);
          case FAILED -> throw new IllegalStateException(name + " has failed");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
