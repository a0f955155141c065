package dev.iasql.core.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.iasql.core.Json;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Events as Kafka messages: the JSON of the event is the value, CloudEvents 1.0 attributes are
 * headers (binary content mode).
 */
public final class EventCodec {
  private static final Logger LOG = Logger.getLogger(EventCodec.class);

  private final URI source;

  /**
   * @param service who publishes, such as {@code install-service}
   */
  public EventCodec(String service) {
    this.source = URI.create("/" + service);
  }

  /** A message for a SmallRye emitter; topic and key come from the event. */
  public Message<String> message(IasqlEvent event) {
    OutgoingCloudEventMetadata<String> attributes =
        OutgoingCloudEventMetadata.<String>builder()
            .withId(UUID.randomUUID().toString())
            .withSource(source)
            .withType(event.type())
            .withSubject(event.key())
            .withTimestamp(ZonedDateTime.now(ZoneOffset.UTC))
            .withDataContentType("application/json")
            .build();
    OutgoingKafkaRecordMetadata<String> record =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(event.topic())
            .withKey(event.key())
            .build();
    return Message.of(write(event)).addMetadata(attributes).addMetadata(record);
  }

  public static String write(IasqlEvent event) {
    try {
      return Json.MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("event cannot be written type=" + event.type(), e);
    }
  }

  /**
   * The event, or empty for one this version cannot read: it is logged and skipped, because news of
   * a newer version must not stop the consumer.
   */
  public static <T extends IasqlEvent> Optional<T> read(String json, Class<T> type) {
    if (json == null || json.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(json, type));
    } catch (JsonProcessingException e) {
      LOG.warnf("event skipped, it cannot be read type=%s", type.getSimpleName());
      return Optional.empty();
    }
  }
}
