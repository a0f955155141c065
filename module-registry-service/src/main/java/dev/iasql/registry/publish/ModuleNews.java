package dev.iasql.registry.publish;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.event.Topics;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleId;
import dev.iasql.registry.store.Announcements;
import dev.iasql.registry.store.RegistryDatabase;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Tells the other services which modules there are. The rows of the database are the truth, and
 * remember which topic has been told of them: what did not arrive, or arrived on a topic that is no
 * more, is told again.
 */
@Singleton
public final class ModuleNews {
  private static final Logger LOG = Logger.getLogger(ModuleNews.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RegistryDatabase database;
  private final Announcements announcements;
  private final MutinyEmitter<String> events;
  private final EventCodec codec = new EventCodec("module-registry-service");

  ModuleNews(
      RegistryDatabase database,
      Announcements announcements,
      @Channel("events") MutinyEmitter<String> events) {
    this.database = database;
    this.announcements = announcements;
    this.events = events;
  }

  /**
   * Announces what the topic does not have, and returns when Kafka has it; repeating it is
   * harmless.
   *
   * @param topic id of the topic, which another topic of the same name does not have
   */
  public void announce(String topic) {
    int withdrawn = withdraw(topic);
    int published = publish(topic);
    if (withdrawn + published > 0) {
      LOG.infof("modules announced versions=%d withdrawals=%d", published, withdrawn);
    }
  }

  private int publish(String topic) {
    int published = 0;
    int some;
    do {
      some =
          database.transaction(
              session -> {
                List<ModuleBundle> bundles = announcements.bundles(session, topic);
                send(
                    bundles.stream()
                        .map(bundle -> codec.message(new ModulePublished(bundle)))
                        .toList());
                announcements.published(session, bundles, topic);
                return bundles.size();
              });
      published += some;
    } while (some > 0);
    return published;
  }

  private int withdraw(String topic) {
    int withdrawn = 0;
    int some;
    do {
      some =
          database.transaction(
              session -> {
                List<ModuleId> ids = announcements.withdrawals(session, topic);
                send(ids.stream().map(ModuleNews::tombstone).toList());
                announcements.withdrawn(session, ids, topic);
                return ids.size();
              });
      withdrawn += some;
    } while (some > 0);
    return withdrawn;
  }

  private void send(List<Message<String>> messages) {
    List<Uni<Void>> sent = messages.stream().map(events::sendMessage).toList();
    if (!sent.isEmpty()) {
      Uni.join().all(sent).andFailFast().await().atMost(PATIENCE);
    }
  }

  /** A null value, after which compaction leaves nothing of the key. */
  private static Message<String> tombstone(ModuleId id) {
    return Message.of((String) null)
        .addMetadata(
            OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(Topics.MODULES)
                .withKey(id.toString())
                .build());
  }
}
