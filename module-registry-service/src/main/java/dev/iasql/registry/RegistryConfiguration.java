package dev.iasql.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the registry. */
@ConfigMapping(prefix = "iasql.registry")
public interface RegistryConfiguration {
  /** A folder of bundles, {@code <name>/<version>/}, published beside the ones shipped. */
  Optional<Path> bundles();

  /** Bearer token that may publish and delete modules; without one nobody may. */
  Optional<String> token();

  /** Bearer token of callers that are known but may only read. */
  Optional<String> viewerToken();

  /** How long to wait before a step of the start, or an event, is tried again. */
  @WithDefault("1s")
  Duration retryInterval();

  /** How long another replica's publication may stay unseen. */
  @WithDefault("300ms")
  Duration catalogueInterval();

  /** How often to look for modules that Kafka has not been told of. */
  @WithDefault("5s")
  Duration announcementInterval();

  /** How the registry makes the Kafka topics of the system. */
  Topics topics();

  /** Settings of the Kafka topics. */
  interface Topics {
    /** Partitions of a topic: the most replicas of a service that can share its work. */
    @WithDefault("8")
    int partitions();

    /** Brokers that hold a copy of each partition. */
    @WithDefault("1")
    short replication();

    /** How long events are kept on topics that are not compacted. */
    @WithDefault("7d")
    Duration retention();
  }
}
