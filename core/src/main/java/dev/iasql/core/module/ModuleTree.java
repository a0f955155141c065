package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a module depends on, and what that depends on, as rows from the root on. */
public final class ModuleTree {
  /**
   * @param depth 0 for the module itself
   * @param range the versions that the row above works with; {@code null} in the first row
   * @param note whether it is installed, and what else there is to say
   * @param text name and version, indented by the depth
   */
  public record Row(
      int depth, String name, String version, String range, String note, String text) {}

  private final Set<String> installed;
  private final Providers providers;
  private final Set<Candidate> expanded = new HashSet<>();
  private final List<Row> rows = new ArrayList<>();

  private ModuleTree(Set<String> installed, Providers providers) {
    this.installed = installed;
    this.providers = providers;
  }

  /**
   * The versions are those an installation beside what is installed would bring; if the module
   * cannot be installed beside it, those of an empty database.
   *
   * @throws dev.iasql.core.error.UserException for an unknown module or version
   * @throws ConflictException if the module can be installed nowhere
   */
  public static List<Row> of(
      ModuleCatalogue catalogue, Collection<ModuleManifest> installed, ModuleRef module) {
    Collection<Candidate> chosen;
    try {
      chosen =
          new VersionResolver(catalogue, installed, Set.of()).resolve(List.of(module)).values();
    } catch (ConflictException e) {
      chosen =
          new VersionResolver(catalogue, List.of(), Set.of()).resolve(List.of(module)).values();
    }
    Set<String> present = new TreeSet<>();
    installed.forEach(manifest -> present.add(manifest.id().toString()));
    ModuleTree tree = new ModuleTree(present, Providers.among(chosen));
    chosen.stream()
        .filter(candidate -> candidate.name().equals(module.name()))
        .forEach(root -> tree.add(0, root, null));
    return tree.rows;
  }

  private void add(int depth, Candidate candidate, Requirement need) {
    List<String> notes = new ArrayList<>();
    notes.add(installed.contains(candidate.toString()) ? "installed" : "not installed");
    if (need != null && !need.name().equals(candidate.name())) {
      notes.add("provides " + need.name());
    }
    boolean again = !expanded.add(candidate) && !candidate.needs().isEmpty();
    if (again) {
      notes.add("its dependencies are shown above");
    }
    rows.add(
        new Row(
            depth,
            candidate.name(),
            candidate.version().toString(),
            need == null ? null : need.range(),
            String.join(", ", notes),
            "  ".repeat(depth) + candidate));
    if (!again) {
      candidate.needs().forEach(next -> addProvider(depth + 1, next));
    }
  }

  private void addProvider(int depth, Requirement need) {
    providers.of(need).stream()
        .min(Comparator.comparing(provider -> !provider.name().equals(need.name())))
        .ifPresent(provider -> add(depth, provider, need));
  }
}
