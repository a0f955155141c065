package dev.iasql.install.support;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.List;
import java.util.Map;

/** Modules as anyone could write them, over {@link Modules#POND}. */
public final class SqlModules {
  private static final String PROMISED = "CREATE TABLE %s (id int PRIMARY KEY);\n";

  /** A park is a pond with a name: made through a view of triggers, with all kinds of objects. */
  public static final ModuleBundle PARK =
      of(
          "park",
          Map.of("pond", "^1.0.0"),
          new Provides(
              List.of("park"), List.of("park_size"), List.of("park_dig"), List.of("shade"), null),
          """
          CREATE TYPE shade AS ENUM ('sun', 'shadow');
          CREATE TABLE park (
            name text PRIMARY KEY,
            number bigint GENERATED ALWAYS AS IDENTITY,
            spot serial,
            lit shade NOT NULL DEFAULT 'sun' CHECK (lit IS NOT NULL),
            pond_id text REFERENCES pond ON UPDATE CASCADE
          );
          CREATE INDEX park_pond ON park (pond_id);
          COMMENT ON TABLE park IS 'A pond with a name. Example: INSERT INTO park (name) VALUES (''green'');';
          CREATE VIEW park_size AS SELECT p.name, count(seen.pond_id) AS ponds
            FROM park p LEFT JOIN cloud.pond seen USING (pond_id) GROUP BY p.name;
          CREATE FUNCTION park_dig() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
          BEGIN
            INSERT INTO pond VALUES (DEFAULT) RETURNING pond_id INTO NEW.pond_id;
            RETURN NEW;
          END $$;
          CREATE TRIGGER park_dig BEFORE INSERT ON park FOR EACH ROW EXECUTE FUNCTION park_dig();
          """,
          """
          DROP VIEW park_size;
          DROP TABLE park;
          DROP FUNCTION park_dig();
          DROP TYPE shade;
          """);

  private SqlModules() {}

  /** Promises a table of its name, makes it, and does something more. */
  public static ModuleBundle also(String name, String sql) {
    return of(
        name,
        Map.of("pond", "^1.0.0"),
        Provides.tables(List.of(name), List.of()),
        PROMISED.formatted(name) + sql,
        "DROP TABLE " + name);
  }

  /** Does something more while it is taken out. */
  public static ModuleBundle leaving(String name, String sql) {
    return of(
        name,
        Map.of("pond", "^1.0.0"),
        Provides.tables(List.of(name), List.of()),
        PROMISED.formatted(name),
        "DROP TABLE %s; %s".formatted(name, sql));
  }

  public static ModuleBundle of(
      String name,
      Map<String, String> dependencies,
      Provides provides,
      String install,
      String uninstall) {
    return new ModuleBundle(
        new ModuleManifest(
            name, "1.0.0", "A " + name, dependencies, provides, List.of(), List.of()),
        ModuleKind.SQL,
        install,
        uninstall,
        "# " + name,
        Map.of());
  }
}
