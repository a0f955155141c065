package dev.iasql.install.support;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two ways to keep water, and what lives in either or only in one. */
public final class WaterModules {
  /** Has one of everything, and a trigger on the table of the module it needs. */
  public static final ModuleBundle TANK =
      new ModuleBundle(
          new ModuleManifest(
              "tank",
              "1.0.0",
              "A tank",
              Map.of("pond", "^1.0.0"),
              new Provides(
                  List.of("tank"),
                  List.of("big_tank"),
                  List.of("default_tank"),
                  List.of("glass"),
                  List.of("waters@1.0.0")),
              List.of("Test::Water::tank"),
              List.of()),
          ModuleKind.AWS,
          """
          CREATE TYPE public.glass AS (thickness int);
          CREATE FUNCTION public.default_tank() RETURNS text LANGUAGE sql STABLE RETURN 'main';
          COMMENT ON FUNCTION public.default_tank() IS 'The tank';
          CREATE TABLE public.tank (
            tank_id text PRIMARY KEY DEFAULT iasql.placeholder('tank'), volume int, front public.glass,
            serial int GENERATED ALWAYS AS IDENTITY UNIQUE,
            pond_id text CONSTRAINT tank_pond REFERENCES public.pond ON UPDATE CASCADE);
          CREATE TABLE cloud.tank (LIKE public.tank, PRIMARY KEY (tank_id));
          ALTER TABLE cloud.tank DROP COLUMN serial;
          CREATE INDEX tank_volume ON public.tank (volume);
          COMMENT ON TABLE public.tank IS 'A tank';
          COMMENT ON COLUMN public.tank.volume IS 'Litres';
          CREATE VIEW public.big_tank AS SELECT * FROM public.tank WHERE volume > 100;
          CREATE TRIGGER tank_goes_with_pond BEFORE DELETE ON public.pond FOR EACH ROW
            EXECUTE FUNCTION iasql_internal.refuse_write('tank');
          """,
          """
          DROP TRIGGER tank_goes_with_pond ON public.pond;
          DROP VIEW public.big_tank;
          DROP TABLE cloud.tank;
          DROP TABLE public.tank;
          DROP FUNCTION public.default_tank();
          DROP TYPE public.glass;
          """,
          "# Tank",
          Map.of());

  /** The same water in another shape. */
  public static final ModuleBundle BOWL =
      bowl(
          "bowl",
          List.of("waters@1.0.0"),
          "tank_id text PRIMARY KEY, volume int, fill jsonb",
          "DROP TABLE cloud.tank; DROP TABLE public.tank;");

  /** Without what others look for in a tank. */
  public static final ModuleBundle PUDDLE =
      bowl(
          "puddle",
          List.of("waters@1.0.0"),
          "tank_id text PRIMARY KEY",
          "DROP TABLE cloud.tank; DROP TABLE public.tank;");

  /** Does not say that it keeps water. */
  public static final ModuleBundle BUCKET =
      bowl(
          "bucket",
          List.of(),
          "tank_id text PRIMARY KEY, volume int",
          "DROP TABLE cloud.tank; DROP TABLE public.tank;");

  /** Cannot be taken out again. */
  public static final ModuleBundle STICKY =
      bowl("sticky", List.of("waters@1.0.0"), "tank_id text PRIMARY KEY, volume int", "SELECT 1");

  /** Lives in any water, and hangs on it in every way there is. */
  public static final ModuleBundle NEWT =
      new ModuleBundle(
          new ModuleManifest(
              "newt",
              "1.0.0",
              "A newt",
              Map.of("waters", "^1.0.0"),
              new Provides(
                  List.of("newt"),
                  List.of("newt_home", "newt_street"),
                  List.of("newt_litres"),
                  List.of(),
                  List.of()),
              List.of("Test::Water::newt"),
              List.of()),
          ModuleKind.AWS,
          """
          CREATE TABLE public.newt (
            newt_id text PRIMARY KEY,
            tank_id text DEFAULT public.default_tank() CONSTRAINT newt_tank REFERENCES public.tank ON UPDATE CASCADE);
          COMMENT ON CONSTRAINT newt_tank ON public.newt IS 'Where it lives';
          CREATE TABLE cloud.newt (LIKE public.newt, PRIMARY KEY (newt_id));
          CREATE VIEW public.newt_home WITH (security_barrier = true) AS
            SELECT n.newt_id, t.volume, s.tank_id IS NULL AS dry
            FROM public.newt n JOIN public.tank t USING (tank_id) LEFT JOIN cloud.tank s USING (tank_id);
          COMMENT ON VIEW public.newt_home IS 'Homes';
          CREATE VIEW public.newt_street AS SELECT * FROM public.newt_home;
          CREATE FUNCTION public.newt_litres(newt text) RETURNS int LANGUAGE sql STABLE
            RETURN (SELECT t.volume FROM public.tank t JOIN public.newt n USING (tank_id) WHERE n.newt_id = newt);
          COMMENT ON FUNCTION public.newt_litres(text) IS 'How much room it has';
          CREATE TRIGGER newt_goes_with_tank BEFORE DELETE ON public.tank FOR EACH ROW
            WHEN (OLD.tank_id = 'never') EXECUTE FUNCTION iasql_internal.refuse_write('newt');
          """,
          """
          DROP TRIGGER newt_goes_with_tank ON public.tank;
          DROP FUNCTION public.newt_litres(text);
          DROP VIEW public.newt_street;
          DROP VIEW public.newt_home;
          DROP TABLE cloud.newt;
          DROP TABLE public.newt;
          """,
          "# Newt",
          Map.of());

  /** Lives in a tank and nowhere else. */
  public static final ModuleBundle EEL =
      new ModuleBundle(
          new ModuleManifest(
              "eel",
              "1.0.0",
              "An eel",
              Map.of("tank", "^1.0.0"),
              Provides.tables(List.of("eel"), List.of()),
              List.of(),
              List.of()),
          ModuleKind.AWS,
          "CREATE TABLE public.eel (eel_id text PRIMARY KEY)",
          "DROP TABLE public.eel",
          "# Eel",
          Map.of());

  /** A module that changes over three versions, and one that follows it. */
  public static final List<ModuleBundle> CARP =
      List.of(
          carp("1.0.0", List.of("carp"), "name text, age int", Map.of()),
          carp(
              "1.1.0",
              List.of("carp"),
              "nickname text, age int",
              Map.of(
                  "1.0.0",
                  """
                  ALTER TABLE public.carp RENAME COLUMN name TO nickname;
                  ALTER TABLE cloud.carp RENAME COLUMN name TO nickname;
                  """)),
          carp(
              "1.2.0",
              List.of("carp", "carp_scale"),
              "nickname text, weight int",
              Map.of(
                  "1.1.0",
                  """
                  ALTER TABLE public.carp ADD COLUMN weight int, DROP COLUMN age;
                  ALTER TABLE cloud.carp ADD COLUMN weight int, DROP COLUMN age;
                  CREATE TABLE public.carp_scale (carp_scale_id text PRIMARY KEY);
                  CREATE TABLE cloud.carp_scale (LIKE public.carp_scale, PRIMARY KEY (carp_scale_id));
                  """)),
          follower("1.0.0", ">=1.0.0 <1.2.0", Map.of()),
          follower("1.1.0", "^1.2.0", Map.of("1.0.0", "SELECT 1")));

  /** Whose second version cannot be reached, or only by a migration that fails or lies. */
  public static final List<ModuleBundle> STUCK =
      List.of(
          stuck("stuck", "1.0.0", Map.of()),
          stuck("stuck", "2.0.0", Map.of()),
          stuck("stumbling", "1.0.0", Map.of()),
          stuck("stumbling", "1.1.0", Map.of("1.0.0", "SELECT 1/0")),
          stuck("boasting", "1.0.0", Map.of()),
          stuck("boasting", "1.1.0", Map.of("1.0.0", "DROP TABLE public.boasting")));

  /** Two alternatives by anyone, with rights on nothing but their own. */
  public static final List<ModuleBundle> OLMS =
      List.of(olm("olm", "Pale"), olm("siren", "Not so pale"));

  static final List<ModuleBundle> ALL =
      Stream.of(List.of(TANK, BOWL, PUDDLE, BUCKET, STICKY, NEWT, EEL), CARP, STUCK, OLMS)
          .flatMap(List::stream)
          .toList();

  private WaterModules() {}

  private static ModuleBundle carp(
      String version, List<String> tables, String columns, Map<String, String> migrations) {
    return new ModuleBundle(
        new ModuleManifest(
            "carp",
            version,
            "A carp",
            Map.of(),
            Provides.tables(tables, List.of()),
            List.of("Test::Water::carp"),
            List.copyOf(migrations.keySet())),
        ModuleKind.AWS,
        tables.stream()
            .map(
                table ->
                    """
                    CREATE TABLE public.%1$s (%1$s_id text PRIMARY KEY%2$s);
                    CREATE TABLE cloud.%1$s (LIKE public.%1$s, PRIMARY KEY (%1$s_id));
                    """
                        .formatted(table, table.equals("carp") ? ", " + columns : ""))
            .collect(Collectors.joining()),
        tables.stream()
            .map("DROP TABLE cloud.%1$s; DROP TABLE public.%1$s;"::formatted)
            .collect(Collectors.joining()),
        "# Carp",
        migrations);
  }

  private static ModuleBundle follower(
      String version, String range, Map<String, String> migrations) {
    return new ModuleBundle(
        new ModuleManifest(
            "follower",
            version,
            "Follows the carp",
            Map.of("carp", range),
            new Provides(List.of(), List.of("followed"), List.of(), List.of(), List.of()),
            List.of(),
            List.copyOf(migrations.keySet())),
        ModuleKind.AWS,
        "CREATE VIEW public.followed AS SELECT carp_id FROM public.carp",
        "DROP VIEW public.followed",
        "# Follower",
        migrations);
  }

  private static ModuleBundle olm(String name, String comment) {
    return new ModuleBundle(
        new ModuleManifest(
            name,
            "1.0.0",
            "An olm",
            Map.of("waters", "^1.0.0"),
            new Provides(
                List.of("olm"), List.of("olm_home"), List.of("olms"), List.of(), List.of()),
            List.of(),
            List.of()),
        ModuleKind.SQL,
        """
        CREATE TABLE olm (
          olm_id text PRIMARY KEY,
          tank_id text CONSTRAINT olm_tank REFERENCES tank ON UPDATE CASCADE);
        COMMENT ON TABLE olm IS '%s';
        CREATE VIEW olm_home AS SELECT f.olm_id, t.volume FROM olm f JOIN tank t USING (tank_id);
        CREATE FUNCTION olms() RETURNS bigint LANGUAGE sql STABLE
          RETURN (SELECT count(*) FROM olm JOIN tank USING (tank_id));
        """
            .formatted(comment),
        "DROP FUNCTION olms(); DROP VIEW olm_home; DROP TABLE olm;",
        "# Olm",
        Map.of());
  }

  private static ModuleBundle stuck(String name, String version, Map<String, String> migrations) {
    return new ModuleBundle(
        new ModuleManifest(
            name,
            version,
            "Stuck",
            Map.of(),
            Provides.tables(List.of(name), List.of()),
            List.of(),
            List.copyOf(migrations.keySet())),
        ModuleKind.AWS,
        "CREATE TABLE public.%s (id text PRIMARY KEY)".formatted(name),
        "DROP TABLE public." + name,
        "# Stuck",
        migrations);
  }

  private static ModuleBundle bowl(
      String name, List<String> capabilities, String columns, String uninstall) {
    return new ModuleBundle(
        new ModuleManifest(
            name,
            "1.0.0",
            "Water",
            Map.of(),
            new Provides(
                List.of("tank"), List.of(), List.of("default_tank"), List.of(), capabilities),
            List.of("Test::Water::tank"),
            List.of()),
        ModuleKind.AWS,
        """
        CREATE FUNCTION public.default_tank() RETURNS text LANGUAGE sql STABLE RETURN 'main';
        CREATE TABLE public.tank (%1$s);
        CREATE TABLE cloud.tank (LIKE public.tank, PRIMARY KEY (tank_id));
        """
            .formatted(columns),
        uninstall + "; DROP FUNCTION public.default_tank();",
        "# " + name,
        Map.of());
  }
}
