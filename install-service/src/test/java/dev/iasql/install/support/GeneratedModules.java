package dev.iasql.install.support;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Modules that hang on each other in random ways: by foreign keys, views, functions and triggers on
 * the others' tables. Each comes twice, as {@code …_a} and as its alternative {@code …_b}, and
 * others need only the capability of both.
 */
public final class GeneratedModules {
  private final Random random;
  private final String prefix;
  private final int count;
  private final List<ModuleBundle> bundles = new ArrayList<>();

  public GeneratedModules(long seed, int count) {
    this.random = new Random(seed);
    this.prefix = "g" + seed;
    this.count = count;
    IntStream.range(0, count).forEach(this::add);
  }

  public List<ModuleBundle> bundles() {
    return bundles;
  }

  public String name(int number, String variant) {
    return "%s_%d_%s".formatted(prefix, number, variant);
  }

  /** Modules to ask for: one variant of some, so that the others come along. */
  public List<String> some() {
    return IntStream.range(0, count)
        .filter(number -> number == count - 1 || random.nextInt(3) == 0)
        .mapToObj(number -> name(number, "a"))
        .toList();
  }

  private String table(int number) {
    return prefix + "_t" + number;
  }

  private void add(int number) {
    Map<String, String> dependencies = new TreeMap<>();
    List<String> views = new ArrayList<>();
    List<String> functions = new ArrayList<>();
    StringBuilder install = new StringBuilder();
    StringBuilder uninstall = new StringBuilder();
    String own = table(number);
    install.append(
        """
        CREATE TABLE public.%1$s (%1$s_id text PRIMARY KEY, size int, tags jsonb DEFAULT '{}');
        CREATE INDEX %1$s_size ON public.%1$s (size);
        CREATE TABLE cloud.%1$s (LIKE public.%1$s, PRIMARY KEY (%1$s_id));
        COMMENT ON COLUMN public.%1$s.size IS 'How large';
        """
            .formatted(own));
    for (int other = 0; other < number; other++) {
      if (random.nextInt(5) < 2) {
        dependencies.put(prefix + "_c" + other, "^1.0.0");
        hang(number, other, random.nextInt(16), install, uninstall, views, functions);
      }
    }
    uninstall.append("DROP TABLE cloud.%1$s; DROP TABLE public.%1$s;".formatted(own));
    for (String variant : List.of("a", "b")) {
      bundles.add(
          new ModuleBundle(
              new ModuleManifest(
                  name(number, variant),
                  "1.0.0",
                  "Generated",
                  dependencies,
                  new Provides(
                      List.of(own),
                      views,
                      functions,
                      List.of(),
                      List.of(prefix + "_c" + number + "@1.0.0")),
                  List.of("Test::Generated::" + own),
                  List.of()),
              ModuleKind.AWS,
              install + "COMMENT ON TABLE public.%s IS 'Variant %s';".formatted(own, variant),
              uninstall.toString(),
              "# Generated",
              Map.of()));
    }
  }

  /** Each bit of {@code ways} is one way to depend on the other's table. */
  private void hang(
      int number,
      int other,
      int ways,
      StringBuilder install,
      StringBuilder uninstall,
      List<String> views,
      List<String> functions) {
    String own = table(number);
    String theirs = table(other);
    String link = "%s_%d".formatted(own, other);
    if ((ways & 1) != 0) {
      install.append(
          """
          ALTER TABLE public.%1$s ADD COLUMN %2$s_id text
            CONSTRAINT %3$s_fkey REFERENCES public.%2$s ON UPDATE CASCADE;
          ALTER TABLE cloud.%1$s ADD COLUMN %2$s_id text;
          """
              .formatted(own, theirs, link));
    }
    if ((ways & 2) != 0) {
      views.add(link + "_view");
      install.append(
          "CREATE VIEW public.%3$s_view AS SELECT a.*, b.size AS other FROM public.%1$s a, cloud.%2$s b;"
              .formatted(own, theirs, link));
      uninstall.insert(0, "DROP VIEW public.%s_view;".formatted(link));
    }
    if ((ways & 4) != 0) {
      functions.add(link + "_count");
      install.append(
          "CREATE FUNCTION public.%2$s_count() RETURNS bigint LANGUAGE sql RETURN (SELECT count(*) FROM public.%1$s);"
              .formatted(theirs, link));
      uninstall.insert(0, "DROP FUNCTION public.%s_count();".formatted(link));
    }
    if ((ways & 8) != 0) {
      install.append(
          """
          CREATE TRIGGER %2$s_trigger BEFORE DELETE ON public.%1$s FOR EACH ROW WHEN (OLD.size < 0)
            EXECUTE FUNCTION iasql_internal.refuse_write('nothing');
          """
              .formatted(theirs, link));
      uninstall.insert(0, "DROP TRIGGER %2$s_trigger ON public.%1$s;".formatted(theirs, link));
    }
  }
}
