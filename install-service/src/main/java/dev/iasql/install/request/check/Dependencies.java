package dev.iasql.install.request.check;

import dev.iasql.core.module.Capability;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which names a module may use: those of the modules it depends on, and of what these need. */
final class Dependencies {
  /** Where a name in the text of a function can only be that of a table or view. */
  private static final String TABLE_NAMED =
      "(?is)\\b(?:from|join|into|update|only|table)\\s+(?:(?:public|cloud)\\s*\\.\\s*)?%s\\b";

  private final Set<String> reached = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Set<String>> providers = new HashMap<>();

  /**
   * @param manifest the module
   * @param present what is installed beside it
   * @param known all other modules there are
   */
  Dependencies(
      ModuleManifest manifest,
      Collection<ModuleManifest> present,
      Collection<ModuleManifest> known) {
    reach(manifest, present);
    Stream.concat(present.stream(), known.stream())
        .filter(other -> !other.name().equals(manifest.name()))
        .forEach(
            other ->
                provided(other.provides())
                    .forEach(
                        name ->
                            providers
                                .computeIfAbsent(name, key -> new TreeSet<>())
                                .add(other.name())));
  }

  private void reach(ModuleManifest manifest, Collection<ModuleManifest> present) {
    if (!reached.add(manifest.name())) {
      return;
    }
    provided(manifest.provides()).forEach(names::add);
    for (String needed : manifest.dependencies().keySet()) {
      present.stream().filter(other -> serves(other, needed)).forEach(o -> reach(o, present));
    }
  }

  private static boolean serves(ModuleManifest manifest, String needed) {
    return manifest.name().equals(needed)
        || manifest.provides().capabilities().stream()
            .anyMatch(capability -> Capability.parse(capability).name().equals(needed));
  }

  private static Stream<String> provided(Provides provides) {
    return Stream.of(provides.tables(), provides.views(), provides.functions(), provides.types())
        .flatMap(List::stream);
  }

  /**
   * @return what is wrong with using it, or {@code null}
   */
  String problem(UsedObjects.Use use) {
    boolean ofModules = use.schema().equals("public") || use.schema().equals("cloud");
    if (!ofModules || names.contains(use.name())) {
      return null;
    }
    return "%s uses %s, which belongs to %s.".formatted(use.user(), use.used(), owner(use.name()));
  }

  private String owner(String name) {
    return providers.containsKey(name)
        ? String.join(" or ", providers.get(name)) + ", no declared dependency"
        : "no module";
  }

  /** Tables of modules that are no dependencies, as far as the text shows. */
  List<String> problems(UsedObjects.Body body) {
    return providers.keySet().stream()
        .filter(name -> !names.contains(name))
        .filter(name -> body.text().contains(name))
        .filter(name -> Pattern.compile(TABLE_NAMED.formatted(name)).matcher(body.text()).find())
        .sorted()
        .map(
            name ->
                "function %s uses %s, which belongs to %s."
                    .formatted(body.signature(), name, owner(name)))
        .toList();
  }
}
