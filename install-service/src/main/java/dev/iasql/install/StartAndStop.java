package dev.iasql.install;

import dev.iasql.core.event.Topics;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.install.catalogue.CompactedTopics;
import dev.iasql.install.catalogue.ModuleFeed;
import dev.iasql.install.tenant.DirectorySweep;
import dev.iasql.install.tenant.TenantRounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Starts what runs by itself: reading the compacted topics and looking through the directory. */
@Singleton
public class StartAndStop implements CompactedTopics.Reader {
  private static final Logger LOG = Logger.getLogger(StartAndStop.class);

  private final CompactedTopics topics;
  private final ModuleFeed feed;
  private final TenantRounds rounds;
  private final DirectorySweep sweep;

  StartAndStop(CompactedTopics topics, ModuleFeed feed, TenantRounds rounds, DirectorySweep sweep) {
    this.topics = topics;
    this.feed = feed;
    this.rounds = rounds;
    this.sweep = sweep;
  }

  void start(@Observes StartupEvent event) {
    sweep.start();
    topics.start(this);
  }

  void stop(@Observes ShutdownEvent event) {
    topics.close();
    sweep.close();
  }

  @Override
  public void read(ConsumerRecord<String, String> record) {
    try {
      if (record.topic().equals(Topics.MODULES)) {
        feed.read(record.key(), record.value());
      } else {
        rounds.check(new TenantName(record.key()));
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "event skipped topic=%s offset=%d", record.topic(), record.offset());
    }
  }

  /** Requests that came earlier have waited for the catalogue. */
  @Override
  public void idle() {
    if (feed.caughtUp()) {
      LOG.infof("catalogue complete modules=%d", feed.catalogue().names().size());
      rounds.hintAll();
    }
  }
}
