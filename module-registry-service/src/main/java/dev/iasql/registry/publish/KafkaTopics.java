package dev.iasql.registry.publish;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import dev.iasql.core.event.Topics;
import dev.iasql.registry.RegistryConfiguration;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the Kafka topics of the whole system. */
@Singleton
public final class KafkaTopics {
  private static final int PATIENCE_MILLIS = 10_000;

  /** The latest event of a key is the current state of the thing, so nothing else is kept. */
  private static final Set<String> COMPACTED = Set.of(Topics.MODULES, Topics.DATABASES);

  /** A whole bundle of the largest size, escaped as JSON; the producer has the same limit. */
  private static final int MOST_MESSAGE_BYTES = 32 * 1024 * 1024;

  private final RegistryConfiguration.Topics configuration;
  private final Map<String, Object> broker;

  KafkaTopics(
      RegistryConfiguration configuration,
      @Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.configuration = configuration.topics();
    this.broker = new HashMap<>(broker);
    this.broker.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.broker.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
  }

  /**
   * Creates what is missing, and sets how long events are kept also where a broker has created the
   * topic by itself.
   *
   * @return the id of the topic of modules: another topic of that name has another
   * @throws ExternalException if Kafka does not answer
   */
  public String ensure() {
    Admin admin = Admin.create(broker);
    try {
      create(admin);
      var unused = await(admin.incrementalAlterConfigs(retention()).all());
      return await(
              admin.describeTopics(List.of(Topics.MODULES)).topicNameValues().get(Topics.MODULES))
          .topicId()
          .toString();
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private void create(Admin admin) {
    List<NewTopic> topics =
        Topics.ALL.stream()
            .map(
                name ->
                    new NewTopic(name, configuration.partitions(), configuration.replication())
                        .configs(settings(name)))
            .toList();
    Collection<KafkaFuture<Void>> created = admin.createTopics(topics).values().values();
    created.forEach(KafkaTopics::awaitUnlessItExists);
  }

  private Map<ConfigResource, Collection<AlterConfigOp>> retention() {
    return Topics.ALL.stream()
        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
        .collect(
            Collectors.toMap(
                Function.identity(),
                topic ->
                    settings(topic.name()).entrySet().stream()
                        .map(
                            entry ->
                                new AlterConfigOp(
                                    new ConfigEntry(entry.getKey(), entry.getValue()),
                                    AlterConfigOp.OpType.SET))
                        .toList()));
  }

  private Map<String, String> settings(String topic) {
    if (topic.equals(Topics.MODULES)) {
      return Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.CLEANUP_POLICY_COMPACT,
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
          Integer.toString(MOST_MESSAGE_BYTES));
    }
    return COMPACTED.contains(topic)
        ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
        : Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            Long.toString(configuration.retention().toMillis()));
  }

  private static void awaitUnlessItExists(KafkaFuture<Void> created) {
    try {
      var unused = await(created);
    } catch (ExternalException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw unavailable(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    }
  }

  private static ExternalException unavailable(Throwable cause) {
    return new ExternalException(
        ErrorCode.UNAVAILABLE,
        "Kafka does not make the topics: " + cause.getMessage(),
        null,
        "Try again in a moment; see the health of Kafka.",
        cause);
  }
}
