package dev.iasql.aws.ddl;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.AwsModule.SqlFunction;
import dev.iasql.core.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;

/**
 * The SQL that puts a module into a tenant database, and the SQL that takes it out again. It names
 * no role and qualifies every name, so it means the same in every database and whatever the search
 * path is.
 */
public final class ModuleDdl {
  private final List<SqlFunction> functions;
  private final List<AwsTable<?>> tables;
  private final String install;
  private final String uninstall;

  /**
   * @param tables the module's tables, each after those it refers to
   * @param names the names taken by the modules before it
   * @throws IllegalArgumentException if two objects would have one name, or a name is too long
   */
  public ModuleDdl(AwsModule module, List<AwsTable<?>> tables, ObjectNames names) {
    this.functions = module.functions();
    this.tables = List.copyOf(tables);
    this.install = createAll(names);
    this.uninstall = dropAll();
  }

  public String install() {
    return install;
  }

  /** Leaves nothing of what {@link #install} made; fails if something else needs it. */
  public String uninstall() {
    return uninstall;
  }

  private String createAll(ObjectNames names) {
    List<String> parts = new ArrayList<>(definitions(true));
    tables.forEach(table -> parts.add(new TableSql(table, names).create()));
    parts.addAll(definitions(false));
    return String.join("\n\n", parts) + "\n";
  }

  private List<String> definitions(boolean beforeTables) {
    return functions.stream()
        .filter(function -> function.beforeTables() == beforeTables)
        .map(ModuleDdl::definition)
        .toList();
  }

  /** The comment has the form that iasql_help() takes apart. */
  private static String definition(SqlFunction function) {
    return """
    %s

    COMMENT ON FUNCTION public.%s(%s) IS
      %s;"""
        .formatted(
            function.definition().strip(),
            function.name(),
            function.argumentTypes(),
            Identifiers.literal(function.description() + " Example: " + function.example()));
  }

  private String dropAll() {
    List<String> statements = new ArrayList<>(drops(false));
    List<String> ownTables = tables.stream().map(AwsTable::name).toList();
    for (AwsTable<?> table : tables.reversed()) {
      new Triggers(table, new ObjectNames())
          .onTablesBeside(ownTables)
          .forEach(trigger -> statements.add("DROP TRIGGER " + trigger + ";"));
      statements.add(TableSql.drop(table.name()));
    }
    statements.addAll(drops(true));
    return String.join("\n", statements) + "\n";
  }

  private List<String> drops(boolean beforeTables) {
    return functions.reversed().stream()
        .filter(function -> function.beforeTables() == beforeTables)
        .map(
            function ->
                "DROP FUNCTION public.%s(%s);".formatted(function.name(), function.argumentTypes()))
        .toList();
  }
}
