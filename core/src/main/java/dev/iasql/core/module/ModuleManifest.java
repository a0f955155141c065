package dev.iasql.core.module;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What a module says of itself; the content of its {@code module.yaml}.
 *
 * @param name plain lower-case identifier, unique in the registry
 * @param version semantic version; a published version never changes
 * @param summary one sentence
 * @param dependencies module name to the range of versions it works with
 * @param provides the names it creates in the tenant database
 * @param manages the cloud resource types it manages, by CloudFormation name; empty for SQL modules
 * @param migrations the earlier versions an installed module can be upgraded from in one step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModuleManifest(
    String name,
    String version,
    String summary,
    Map<String, String> dependencies,
    Provides provides,
    List<String> manages,
    List<String> migrations) {

  public ModuleManifest {
    dependencies = dependencies == null ? Map.of() : Map.copyOf(dependencies);
    provides = provides == null ? Provides.NOTHING : provides;
    manages = manages == null ? List.of() : List.copyOf(manages);
    migrations = migrations == null ? List.of() : List.copyOf(migrations);
  }

  public ModuleId id() {
    return new ModuleId(name, ModuleVersion.parse(version));
  }

  /**
   * The objects a module creates in schema {@code public}, and the roles it can play for others.
   */
  public record Provides(
      List<String> tables,
      List<String> views,
      List<String> functions,
      List<String> types,
      List<String> capabilities) {

    static final Provides NOTHING = new Provides(null, null, null, null, null);

    public Provides {
      tables = tables == null ? List.of() : List.copyOf(tables);
      views = views == null ? List.of() : List.copyOf(views);
      functions = functions == null ? List.of() : List.copyOf(functions);
      types = types == null ? List.of() : List.copyOf(types);
      capabilities = capabilities == null ? List.of() : List.copyOf(capabilities);
    }

    public static Provides tables(List<String> tables, List<String> functions) {
      return new Provides(tables, null, functions, null, null);
    }
  }
}
