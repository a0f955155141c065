package dev.iasql.gateway.support;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.IasqlEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What comes on a topic from now on. */
public final class TopicTail implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

  public TopicTail(String kafka, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka), new StringDeserializer(), new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** All records of a key so far. */
  public List<ConsumerRecord<String, String>> records(String key) {
    consumer.poll(Duration.ofMillis(20)).forEach(records::add);
    return records.stream().filter(record -> record.key().equals(key)).toList();
  }

  /** All events of a key so far. */
  public <T extends IasqlEvent> List<T> events(String key, Class<T> type) {
    return records(key).stream()
        .map(record -> EventCodec.read(record.value(), type))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
