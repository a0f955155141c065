package dev.iasql.install.support;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.IasqlEvent;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.install.catalogue.ModuleFeed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kafka as the other services use it. */
@Singleton
public class Broker {
  private final Map<String, Object> properties;
  private final ModuleFeed feed;

  Broker(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, ModuleFeed feed) {
    this.properties = Map.of("bootstrap.servers", bootstrapServers, "max.request.size", "8388608");
    this.feed = feed;
  }

  /** Publishes all fixture modules, as the registry does at its start. */
  public void publishModules() {
    if (!feed.isComplete()) {
      publish(Modules.ALL.stream().map(ModulePublished::new).toList());
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> feed.catalogue().names().size() >= distinctNames());
      Awaitility.await().until(feed::isComplete);
    }
  }

  private static long distinctNames() {
    return Modules.ALL.stream().map(ModuleBundle::id).map(id -> id.name()).distinct().count();
  }

  /** Publishes a module and waits until the service knows it. */
  public void publish(ModuleBundle bundle) {
    publish(List.of(new ModulePublished(bundle)));
    Awaitility.await().until(() -> feed.catalogue().find(bundle.id()).isPresent());
  }

  public void publish(List<? extends IasqlEvent> events) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      for (IasqlEvent event : events) {
        var unused =
            producer.send(
                new ProducerRecord<>(event.topic(), event.key(), EventCodec.write(event)));
      }
      producer.flush();
    }
  }

  /** All that was ever published under a key. */
  public List<ConsumerRecord<String, String>> published(String topic, String key) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records.stream().filter(record -> record.key().equals(key)).toList();
    }
  }
}
