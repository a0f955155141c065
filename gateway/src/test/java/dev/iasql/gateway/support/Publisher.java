package dev.iasql.gateway.support;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.IasqlEvent;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events as other services do. */
public final class Publisher {
  private Publisher() {}

  public static void publish(String kafka, IasqlEvent event) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
      var unused =
          producer.send(new ProducerRecord<>(event.topic(), event.key(), EventCodec.write(event)));
      producer.flush();
    }
  }
}
