package dev.iasql.aws.modules;

import dev.iasql.aws.model.TableModels;
import dev.iasql.aws.modules.account.AccountModule;
import dev.iasql.aws.modules.securitygroup.InlineSecurityGroupModule;
import dev.iasql.aws.modules.securitygroup.SecurityGroupModule;
import dev.iasql.aws.modules.vpc.VpcLeanModule;
import dev.iasql.aws.modules.vpc.VpcModule;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * AWS modules in all their versions, alternatives to each other included. Which of them are
 * together somewhere is for each tenant to say: {@link #select}.
 */
public final class AwsModules {
  private static final AwsModules ALL =
      new AwsModules(
          List.of(
              AccountModule.MODULE,
              VpcModule.MODULE,
              VpcLeanModule.MODULE,
              SecurityGroupModule.MODULE,
              InlineSecurityGroupModule.MODULE));

  private final List<AwsModule> modules;
  private final List<AwsModule> versions;

  /**
   * @param modules the newest version of each
   * @throws IllegalArgumentException if a version of a module does not fit together with what it
   *     depends on, as {@link AwsTables} checks it
   */
  public AwsModules(List<AwsModule> modules) {
    this.modules = List.copyOf(modules);
    this.versions = modules.stream().flatMap(module -> module.versions().stream()).toList();
    modules.forEach(AwsModules::checkHistory);
    versions.forEach(this::tablesWith);
  }

  /** The modules IaSQL brings along. A new one is added to this list. */
  public static AwsModules all() {
    return ALL;
  }

  /** The newest version of each module. */
  public List<AwsModule> modules() {
    return modules;
  }

  /** Every version of every module, older ones first. */
  public List<AwsModule> versions() {
    return versions;
  }

  public Optional<AwsModule> find(String name, String version) {
    return versions.stream()
        .filter(module -> module.name().equals(name) && module.version().equals(version))
        .findFirst();
  }

  /** The modules that bring a table of the name. */
  public List<AwsModule> bringing(String table) {
    return modules.stream()
        .filter(
            module ->
                module.resources().stream()
                    .anyMatch(resource -> TableModels.nameOf(resource.record()).equals(table)))
        .toList();
  }

  /**
   * The tables of a module with those of the modules it depends on. Where several modules can be
   * what it depends on, the first of them is.
   */
  public AwsTables tablesWith(AwsModule module) {
    return new AwsTables(withNeeds(module));
  }

  /** The module and those it depends on, in order of installation. */
  public List<AwsModule> withNeeds(AwsModule module) {
    Set<AwsModule> found = new LinkedHashSet<>();
    collect(module, found);
    return List.copyOf(found);
  }

  private void collect(AwsModule module, Set<AwsModule> found) {
    new TreeMap<>(module.dependencies())
        .keySet()
        .forEach(required -> collect(provider(module, required), found));
    found.add(module);
  }

  private AwsModule provider(AwsModule module, String required) {
    return modules.stream()
        .filter(candidate -> candidate.is(required))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "module %s depends on %s, which is no module"
                        .formatted(module.name(), required)));
  }

  /**
   * What is installed somewhere.
   *
   * @param unknown the modules among them that are unknown in that version, and those that depend
   *     on one of these; nothing is known of their tables
   */
  public record Selection(AwsTables tables, Set<String> unknown) {}

  /**
   * The tables of installed modules.
   *
   * @param installed version by name of module
   */
  public Selection select(Map<String, String> installed) {
    Map<String, AwsModule> known = new TreeMap<>();
    installed.forEach(
        (name, version) -> find(name, version).ifPresent(module -> known.put(name, module)));
    while (known.values().removeIf(module -> isIncomplete(module, known.values()))) {
      // Until all that is left has what it depends on.
    }
    Set<String> unknown = new TreeSet<>(installed.keySet());
    unknown.removeAll(known.keySet());
    return new Selection(new AwsTables(known.values()), unknown);
  }

  private static boolean isIncomplete(AwsModule module, Collection<AwsModule> among) {
    return !module.dependencies().keySet().stream()
        .allMatch(required -> among.stream().anyMatch(candidate -> candidate.is(required)));
  }

  /** A column that came or was renamed with a version the module does not have would be a slip. */
  private static void checkHistory(AwsModule module) {
    Set<String> versions = new TreeSet<>();
    module.versions().forEach(version -> versions.add(version.version()));
    for (CloudResource<?> resource : module.resources()) {
      List<String> strange = new ArrayList<>(TableModels.changedIn(resource.record()));
      strange.removeAll(versions);
      if (!strange.isEmpty()) {
        throw new IllegalArgumentException(
            "%s changes in %s, which module %s does not have"
                .formatted(TableModels.nameOf(resource.record()), strange, module.name()));
      }
    }
  }
}
