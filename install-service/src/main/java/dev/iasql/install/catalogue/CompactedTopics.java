package dev.iasql.install.catalogue;

import dev.iasql.core.event.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the compacted topics from their beginning and stays with them. Every replica needs all of
 * it, so there is no consumer group, no commit and no wait for a group to form; and the end
 * offsets, asked for first, tell when everything published before the start has been read.
 */
@Singleton
public class CompactedTopics implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(CompactedTopics.class);
  private static final List<String> TOPICS = List.of(Topics.MODULES, Topics.DATABASES);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int ANSWER_MILLIS = 5_000;

  /** What is done with what is read; called on one thread. */
  public interface Reader {
    void read(ConsumerRecord<String, String> record);

    /**
     * Everything published before the start has been read and nothing more has come for a moment.
     * Called again and again while it is so.
     */
    void idle();
  }

  private final Map<String, Object> properties;
  private volatile KafkaConsumer<String, String> consumer;
  private volatile boolean closed;

  CompactedTopics(@Identifier("default-kafka-broker") Map<String, Object> broker) {
    properties = new HashMap<>(broker);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
  }

  public void start(Reader reader) {
    Thread.ofPlatform().name("compacted-topics").daemon().start(() -> follow(reader));
  }

  private void follow(Reader reader) {
    while (!closed) {
      try (KafkaConsumer<String, String> current =
          new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
        consumer = current;
        readAll(current, reader);
      } catch (WakeupException | InterruptException e) {
        LOG.debugf("stopped reading topics=%s", TOPICS);
      } catch (KafkaException e) {
        LOG.warnf("kafka does not answer, trying again problem=%s", e.getMessage());
      }
    }
  }

  private void readAll(KafkaConsumer<String, String> current, Reader reader) {
    List<TopicPartition> partitions = partitions(current);
    current.assign(partitions);
    current.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = current.endOffsets(partitions);
    boolean caughtUp = false;
    while (!closed) {
      ConsumerRecords<String, String> records = current.poll(POLL);
      records.forEach(reader::read);
      caughtUp = caughtUp || hasReached(current, ends);
      if (caughtUp && records.isEmpty()) {
        reader.idle();
      }
    }
  }

  private static boolean hasReached(
      KafkaConsumer<String, String> current, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> current.position(end.getKey()) >= end.getValue());
  }

  /** Waits until the registry has made the topics. */
  private List<TopicPartition> partitions(KafkaConsumer<String, String> current) {
    Map<String, List<PartitionInfo>> topics = current.listTopics();
    while (!topics.keySet().containsAll(TOPICS)) {
      LockSupport.parkNanos(POLL.toNanos());
      topics = current.listTopics();
    }
    return TOPICS.stream()
        .map(topics::get)
        .flatMap(List::stream)
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  @Override
  public void close() {
    closed = true;
    KafkaConsumer<String, String> current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }
}
