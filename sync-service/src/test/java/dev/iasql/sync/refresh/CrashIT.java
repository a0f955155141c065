package dev.iasql.sync.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.iasql.aws.modules.AwsModules;
import dev.iasql.local.TestServers;
import dev.iasql.sync.testing.Answer;
import dev.iasql.sync.testing.AwsProxy;
import dev.iasql.sync.testing.TestAwsConfiguration;
import dev.iasql.sync.testing.TestSync;
import dev.iasql.sync.testing.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker that loses everything in the middle of an import; another takes it up. */
class CrashIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String[] MODULES = {"aws_account", "aws_vpc"};

  private AwsProxy aws;
  private TestSync sync;
  private TestTenant tenant;
  private final CountDownLatch goOn = new CountDownLatch(1);

  @BeforeAll
  static void forgetOtherTests() {
    TestServers.aws().restart();
  }

  @BeforeEach
  void start() {
    aws = new AwsProxy(TestServers.aws().endpoint());
    sync =
        new TestSync(
            AwsModules.all(), TestAwsConfiguration.of(aws.endpoint(), Set.of("us-east-1")));
    tenant = TestTenant.create();
    tenant.makeModules(AwsModules.all(), MODULES);
  }

  @AfterEach
  void stop() {
    goOn.countDown();
    sync.close();
    aws.close();
  }

  @Test
  void theSessionIsTerminatedWhileAwsIsRead() {
    crash(
        t ->
            t.engineDoes(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = 'test' AND datname = current_database()
                """));
  }

  @Test
  void postgresIsKilledWhileAwsIsRead() {
    crash(
        t -> {
          TestServers.postgres().kill();
          TestServers.postgres().restart();
        });
  }

  private void crash(Consumer<TestTenant> crash) {
    aws.rule(
        (call, answer) -> {
          if (call.action().equals("DescribeSubnets")) {
            hold();
          }
          return false;
        });
    CompletableFuture<Answer> first =
        CompletableFuture.supplyAsync(() -> sync.importModules(tenant, MODULES));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                aws.calls().stream().anyMatch(call -> call.action().equals("DescribeSubnets"))
                    && !tenant
                        .column("SELECT 1 FROM iasql.request WHERE progress ->> 'ended' > '0'")
                        .isEmpty());

    crash.accept(tenant);

    assertThat(first).failsWithin(PATIENCE);
    assertThat(tenant.value("SELECT state FROM iasql.request")).isEqualTo("running");
    goOn.countDown();
    aws.passAll();

    // The pool may still hold a connection that is lost too; the service tries again at each hint.
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              sync.drain(tenant);
              return true;
            });

    assertThat(tenant.value("SELECT state || ' ' || attempt FROM iasql.request"))
        .isEqualTo("done 2");
    assertThat(tenant.column("SELECT state FROM iasql.module")).containsOnly("installed");
    assertThat(tenant.value("SELECT count(*) FROM public.vpc")).isEqualTo("2");
    assertThat(tenant.column("SELECT message FROM iasql.error")).isEqualTo(List.of());
  }

  private void hold() {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
