package dev.iasql.registry.publish;

import dev.iasql.registry.RegistryConfiguration;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Announces changes when they happen, and looks now and then for what was left unsaid. */
@Singleton
public final class Announcer {
  private static final Logger LOG = Logger.getLogger(Announcer.class);

  /** How long a caller waits for the news of a change to be out, which is only a courtesy. */
  private static final Duration COURTESY = Duration.ofSeconds(2);

  private final ModuleNews news;
  private final Duration interval;
  private final LinkedBlockingQueue<CountDownLatch> waiting = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofVirtual().name("announcer").unstarted(this::run);
  private volatile String topic;

  Announcer(ModuleNews news, RegistryConfiguration configuration) {
    this.news = news;
    this.interval = configuration.announcementInterval();
  }

  /**
   * Begins to look after the topic.
   *
   * @param modulesTopic its id
   */
  public void start(String modulesTopic) {
    topic = modulesTopic;
    thread.start();
  }

  /** Has everything announced that is not, and waits a moment for it. */
  public void announce() {
    CountDownLatch done = new CountDownLatch(1);
    waiting.add(done);
    try {
      if (!done.await(COURTESY.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("modules not announced yet, they will be as soon as Kafka takes them");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        CountDownLatch first = waiting.poll(interval.toMillis(), TimeUnit.MILLISECONDS);
        List<CountDownLatch> served = new ArrayList<>();
        waiting.drainTo(served);
        if (first != null) {
          served.add(first);
        }
        announcePending();
        served.forEach(CountDownLatch::countDown);
      }
    } catch (InterruptedException e) {
      LOG.debug("nothing more announced, the service stops");
    }
  }

  private void announcePending() {
    try {
      news.announce(topic);
    } catch (RuntimeException e) {
      LOG.warnf("modules not announced, trying again problem=%s", e.getMessage());
    }
  }
}
