package dev.iasql.benchmarks;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.module.InstallPlanner;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.local.FolderTree;
import dev.iasql.local.KafkaServer;
import dev.iasql.local.PostgresServer;
import dev.iasql.local.TestServers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * The registry with thousands of modules: how long it takes to start, to resolve, and what its
 * catalogue weighs. It has a Postgres and a Kafka of its own; those of the running system stay as
 * they are.
 */
final class RegistryBenchmark {
  private static final int WARM_UP = 500;
  private static final String DATABASE = "bench_registry";

  private final int calls;
  private final GeneratedModules modules;
  private final Random random = new Random(42);
  private final HttpClient http = HttpClient.newHttpClient();

  RegistryBenchmark(Settings settings) {
    this.calls = settings.calls();
    this.modules = new GeneratedModules(settings.modules());
  }

  void run() throws Exception {
    Path state = Files.createTempDirectory("bench-registry");
    try {
      run(checkout(), state);
    } finally {
      new FolderTree(state).delete();
    }
  }

  private void run(Path checkout, Path state) throws Exception {
    PostgresServer postgres = TestServers.postgres();
    KafkaServer kafka = TestServers.kafka();
    RegistryContent content = new RegistryContent(postgres, DATABASE);
    double emptyStart;
    double emptyMib;
    try (var registry = new RegistryUnderTest(checkout, state, postgres, DATABASE, kafka)) {
      emptyMib = registry.liveMib();
    }
    try (var registry = new RegistryUnderTest(checkout, state, postgres, DATABASE, kafka)) {
      emptyStart = registry.startSeconds();
    }
    int versions = content.fill(modules);
    System.out.printf(
        "registry %,d modules x %d versions = %,d%n",
        modules.modules(), GeneratedModules.VERSIONS.size(), versions);
    try (var registry = new RegistryUnderTest(checkout, state, postgres, DATABASE, kafka)) {
      System.out.printf(
          "registry first start, announcing all of them: %.1f s%n", registry.startSeconds());
    }
    try (var registry = new RegistryUnderTest(checkout, state, postgres, DATABASE, kafka)) {
      double reading = content.readSeconds();
      System.out.printf(
          "registry start until ready: %.1f s (aim < 10), of that %.1f s of processor time / start"
              + " without modules %.1f s = %.2f; plain SELECT of all manifests %.2f s%n",
          registry.startSeconds(),
          registry.startCpuSeconds(),
          emptyStart,
          registry.startSeconds() / emptyStart,
          reading);
      overHttp(registry, reading);
      System.out.printf(
          "registry memory: %.0f MiB live with modules, %.0f MiB without; %.1f KiB a version%n",
          registry.liveMib(), emptyMib, (registry.liveMib() - emptyMib) * 1024 / versions);
    }
    inProcess(versions);
  }

  private void overHttp(RegistryUnderTest registry, double reading) throws Exception {
    URI resolve = registry.address("/api/v1/modules/resolve");
    Samples trivial = sample(() -> get(registry.trivialAddress()));
    Samples answers = sample(() -> post(resolve, question()));
    System.out.printf(
        "resolve  over HTTP: p50 %.1f ms, p99 %.1f ms (aim < 50); %.1f x a request that does nothing"
            + " (p50 %.2f ms, p99 %.1f ms); 1/%.0f of reading the manifests for it%n",
        answers.median(),
        answers.percentile(99),
        answers.median() / trivial.median(),
        trivial.median(),
        trivial.percentile(99),
        reading * 1000 / answers.median());
    for (String path : List.of("/api/v1/modules", "/api/v1/modules/graph")) {
      long begin = System.nanoTime();
      int bytes = get(registry.address(path));
      System.out.printf(
          "registry GET %s: %.0f ms, %,d KiB%n",
          path, (System.nanoTime() - begin) / 1e6, bytes / 1024);
    }
  }

  private void inProcess(int versions) throws Exception {
    double before = usedMib();
    ModuleCatalogue catalogue = new ModuleCatalogue();
    modules.manifests().forEach(catalogue::add);
    double catalogueMib = usedMib() - before;
    InstallPlanner planner = new InstallPlanner(catalogue);
    long[] steps = new long[1];
    Samples plans =
        sample(
            () -> {
              int size = plan(planner);
              steps[0] += size;
              return size;
            });
    System.out.printf(
        "resolve  in process: p50 %.2f ms, p99 %.2f ms; %.0f modules a plan; catalogue %.0f MiB, %.1f"
            + " KiB a version%n",
        plans.median(),
        plans.percentile(99),
        (double) steps[0] / (calls + WARM_UP),
        catalogueMib,
        catalogueMib * 1024 / versions);
  }

  /** How many modules would come; none if alternatives were asked for together. */
  private int plan(InstallPlanner planner) {
    try {
      return planner.plan(List.of(), wanted()).steps().size();
    } catch (ConflictException e) {
      return 0;
    }
  }

  private Samples sample(Callable<Integer> call) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      var unused = call.call();
    }
    long[] nanoseconds = new long[calls];
    for (int i = 0; i < calls; i++) {
      long begin = System.nanoTime();
      var unused = call.call();
      nanoseconds[i] = System.nanoTime() - begin;
    }
    return new Samples(nanoseconds);
  }

  /** One to three modules, mostly of the many that nobody needs. */
  private List<ModuleRef> wanted() {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(
            number -> ModuleRef.parse(GeneratedModules.name(random.nextInt(modules.modules()))))
        .toList();
  }

  private String question() {
    List<String> names = wanted().stream().map(ref -> '"' + ref.name() + '"').toList();
    return "{\"modules\": [" + String.join(", ", names) + "]}";
  }

  private int get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).GET());
  }

  private int post(URI address, String json) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Two alternatives may have been asked for together, which is an answer like any other. */
  private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200 && response.statusCode() != 409) {
      throw new IOException(
          response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body().length;
  }

  private static double usedMib() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  /** These classes are in {@code benchmarks/target/classes}. */
  private static Path checkout() throws Exception {
    Path classes =
        Path.of(
            RegistryBenchmark.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return classes.getParent().getParent().getParent();
  }
}
