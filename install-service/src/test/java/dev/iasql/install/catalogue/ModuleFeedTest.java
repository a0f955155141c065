package dev.iasql.install.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iasql.core.event.EventCodec;
import dev.iasql.core.event.ModulePublished;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import dev.iasql.core.module.ModuleVersion;
import dev.iasql.install.support.Modules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleFeedTest {
  @TempDir Path folder;

  private BundleStore bundles;
  private ModuleFeed feed;

  @BeforeEach
  void open() {
    bundles = new BundleStore(() -> folder);
    feed = new ModuleFeed(bundles);
  }

  @AfterEach
  void close() {
    bundles.close();
  }

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
    assertThatThrownBy(() -> feed.bundle(Modules.FISH.id()))
        .hasMessage("fish@1.0.0 was withdrawn meanwhile");
  }

  @Test
  void keepsTheSqlOfManyModulesOutOfMemory() {
    int many = 25_000;
    publish(many, 0); // what is loaded once is not counted
    long before = retained();
    for (int i = 0; i < many; i++) {
      publish(i, 20_000);
    }
    assertThat(retained() - before).isLessThan(100_000_000L);
    assertThat(feed.catalogue().names()).hasSize(many + 1);
    assertThat(feed.bundle(new ModuleId("m12345", ModuleVersion.parse("1.0.0"))).installSql())
        .startsWith("-- 12345")
        .hasSize(20_000);
  }

  @Test
  void readsAgainWhatItHasWithoutTakingMoreRoom() {
    publishFish();
    long size = bundles.size();
    publishFish();
    assertThat(bundles.size()).isEqualTo(size);
    publish(1, 100);
    assertThat(bundles.size()).isGreaterThan(size);
    assertThat(feed.bundle(Modules.FISH.id())).isEqualTo(Modules.FISH);
  }

  private void publish(int number, int size) {
    ModuleBundle like = Modules.FISH;
    String name = "m" + number;
    String sql = "-- %d ".formatted(number);
    ModuleBundle bundle =
        new ModuleBundle(
            new ModuleManifest(
                name,
                "1.0.0",
                "A module",
                Map.of("pond", "^1.0.0"),
                Provides.tables(List.of(name), List.of()),
                List.of(),
                List.of()),
            like.kind(),
            sql + "x".repeat(Math.max(0, size - sql.length())),
            like.uninstallSql(),
            like.readme(),
            Map.of());
    feed.read(name + "@1.0.0", EventCodec.write(new ModulePublished(bundle)));
  }

  private static long retained() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
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
