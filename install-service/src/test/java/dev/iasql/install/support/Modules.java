package dev.iasql.install.support;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Small modules: a pond, the fish in it, the heron that eats them, and some that misbehave. */
public final class Modules {
  public static final ModuleBundle POND = withTable("pond", "1.0.0", Map.of(), "");

  public static final ModuleBundle FISH =
      withTable(
          "fish",
          "1.0.0",
          Map.of("pond", "^1.0.0"),
          ", pond_id text REFERENCES public.pond ON UPDATE CASCADE");

  public static final ModuleBundle NEWER_FISH =
      withTable(
          "fish",
          "1.1.0",
          Map.of("pond", "^1.0.0"),
          ", pond_id text REFERENCES public.pond ON UPDATE CASCADE, weight int",
          Map.of(
              "1.0.0",
              "ALTER TABLE public.fish ADD COLUMN weight int; ALTER TABLE cloud.fish ADD COLUMN weight int;"));

  public static final ModuleBundle HERON =
      new ModuleBundle(
          new ModuleManifest(
              "heron",
              "1.0.0",
              "A heron",
              Map.of("fish", "^1.0.0"),
              new Provides(
                  List.of(), List.of("hungry_heron"), List.of("heron_mood"), List.of(), null),
              List.of(),
              List.of()),
          ModuleKind.AWS,
          """
          CREATE VIEW public.hungry_heron AS SELECT fish_id FROM public.fish;
          CREATE FUNCTION public.heron_mood() RETURNS text LANGUAGE sql RETURN 'grim; patient';
          """,
          "DROP FUNCTION public.heron_mood(); DROP VIEW public.hungry_heron;",
          "# Heron",
          Map.of());

  /** Manages what {@link #POND} manages. */
  public static final ModuleBundle LAKE =
      new ModuleBundle(
          new ModuleManifest(
              "lake",
              "1.0.0",
              "A lake",
              Map.of(),
              Provides.tables(List.of("lake"), List.of()),
              List.of("Test::Water::pond"),
              List.of()),
          ModuleKind.AWS,
          "CREATE TABLE public.lake (lake_id text PRIMARY KEY)",
          "DROP TABLE public.lake",
          "# Lake",
          Map.of());

  public static final ModuleBundle FAILING =
      misbehaving("failing", "CREATE TABLE public.failing (id int); SELECT 1/0;", "");

  public static final ModuleBundle FORGETFUL =
      misbehaving("forgetful", "CREATE TABLE public.something_else (id int)", "");

  public static final ModuleBundle KEYLESS =
      misbehaving(
          "keyless",
          "CREATE TABLE public.keyless (id int); CREATE TABLE cloud.keyless (id int)",
          "");

  /** Ends with what a worker would take for a lost connection. */
  public static final ModuleBundle LYING =
      misbehaving(
          "lying",
          "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '57P01', MESSAGE = 'shutting down'; END $$",
          "");

  public static final ModuleBundle UNTIDY =
      misbehaving("untidy", "CREATE TABLE public.untidy (id int PRIMARY KEY)", "SELECT 1");

  public static final ModuleBundle COMMITTING =
      misbehaving("committing", "CREATE TABLE public.committing (id int); COMMIT;", "");

  public static final ModuleBundle CLIMBING =
      misbehaving("climbing", "CREATE TABLE public.climbing (id int); RESET ROLE;", "");

  /** Takes long enough for something to happen to it. */
  public static final ModuleBundle SLOW =
      misbehaving(
          "slow",
          "CREATE TABLE public.slow (id int PRIMARY KEY); SELECT pg_sleep(1);",
          "DROP TABLE public.slow");

  public static final List<ModuleBundle> ALL =
      Stream.concat(own().stream(), WaterModules.ALL.stream()).toList();

  private Modules() {}

  private static List<ModuleBundle> own() {
    return List.of(
        POND,
        FISH,
        NEWER_FISH,
        HERON,
        LAKE,
        FAILING,
        FORGETFUL,
        KEYLESS,
        LYING,
        UNTIDY,
        COMMITTING,
        CLIMBING,
        SLOW);
  }

  private static ModuleBundle withTable(
      String name, String version, Map<String, String> dependencies, String columns) {
    return withTable(name, version, dependencies, columns, Map.of());
  }

  private static ModuleBundle withTable(
      String name,
      String version,
      Map<String, String> dependencies,
      String columns,
      Map<String, String> migrations) {
    return new ModuleBundle(
        new ModuleManifest(
            name,
            version,
            "A " + name,
            dependencies,
            Provides.tables(List.of(name), List.of()),
            List.of("Test::Water::" + name),
            List.copyOf(migrations.keySet())),
        ModuleKind.AWS,
        """
        CREATE TABLE public.%1$s (%1$s_id text PRIMARY KEY DEFAULT iasql.placeholder('%1$s')%2$s);
        CREATE TABLE cloud.%1$s (LIKE public.%1$s, PRIMARY KEY (%1$s_id));
        """
            .formatted(name, columns),
        "DROP TABLE cloud.%1$s; DROP TABLE public.%1$s;".formatted(name),
        "# " + name,
        migrations);
  }

  private static ModuleBundle misbehaving(String name, String install, String uninstall) {
    return new ModuleBundle(
        new ModuleManifest(
            name,
            "1.0.0",
            "Misbehaves",
            Map.of(),
            Provides.tables(List.of(name), List.of()),
            List.of(),
            List.of()),
        ModuleKind.AWS,
        install,
        uninstall,
        "# " + name,
        Map.of());
  }
}
