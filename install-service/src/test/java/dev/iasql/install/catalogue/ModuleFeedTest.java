package dev.iasql.install.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.install.support.Modules;
import org.junit.jupiter.api.Test;

class ModuleFeedTest {
  private final ModuleFeed feed = new ModuleFeed();

  @Test
  void isCompleteOnceEverythingPublishedWasRead() {
    publishFish();
    assertThat(feed.isComplete()).isFalse();
    assertThat(feed.caughtUp()).isTrue();
    assertThat(feed.isComplete()).isTrue();
    assertThat(feed.caughtUp()).isFalse();
  }

  @Test
  void anEmptyTopicIsARegistryThatHasNotPublishedYet() {
    assertThat(feed.caughtUp()).isFalse();
    publishFish();
    assertThat(feed.isComplete()).isFalse();
    assertThat(feed.caughtUp()).isTrue();
  }

  @Test
  void knowsTheBundleThatWasPublished() {
    publishFish();
    assertThat(feed.catalogue().newest("fish")).contains(Modules.FISH.manifest());
    assertThat(feed.bundle(Modules.FISH.id())).isEqualTo(Modules.FISH);
  }

  @Test
  void forgetsAVersionThatWasWithdrawn() {
    publishFish();
    feed.read("fish@1.0.0", null);
    assertThat(feed.catalogue().newest("fish")).isEmpty();
  }

  @Test
  void skipsWhatItCannotRead() {
    feed.read("fish@1.0.0", "{not json");
    assertThat(feed.catalogue().isEmpty()).isTrue();
  }

  private void publishFish() {
    feed.read("fish@1.0.0", EventCodec.write(new ModulePublished(Modules.FISH)));
  }
}
