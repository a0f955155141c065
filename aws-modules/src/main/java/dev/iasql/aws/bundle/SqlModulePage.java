package dev.iasql.aws.bundle;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleManifest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The reference page of a SQL module: what its manifest says, then what its author says in the
 * README. The records that describe AWS modules' tables do not exist for it.
 */
public final class SqlModulePage {
  private static final Pattern TITLE = Pattern.compile("\\A# [^\\n]*\\n+");

  private final ModuleManifest manifest;
  private final String readme;
  private final Set<String> pages;
  private final Markdown page = new Markdown();

  /**
   * @param pages modules that have a page to link to; a capability has none
   */
  public SqlModulePage(ModuleBundle bundle, Set<String> pages) {
    this.manifest = bundle.manifest();
    this.readme = bundle.readme();
    this.pages = pages;
  }

  /** Markdown, without the mark of where it came from. */
  public String text() {
    page.heading(1, manifest.name());
    page.paragraph(
        "%s Version %s. A SQL module: it writes the tables of other modules and calls no cloud itself."
            .formatted(Wording.sentence(manifest.summary()), manifest.version()));
    dependencies();
    provides();
    page.paragraph(TITLE.matcher(readme).replaceFirst("").strip());
    return page.text();
  }

  private void dependencies() {
    Map<String, String> dependencies = new TreeMap<>(manifest.dependencies());
    if (dependencies.isEmpty()) {
      page.paragraph("It depends on no other module.");
      return;
    }
    page.paragraph(
        "Depends on "
            + String.join(
                ", ",
                dependencies.entrySet().stream()
                    .map(need -> "%s `%s`".formatted(link(need.getKey()), need.getValue()))
                    .toList())
            + ".");
    page.fenced(
        "mermaid",
        "flowchart LR\n"
            + String.join(
                "\n",
                dependencies.keySet().stream()
                    .map(need -> "  %s --> %s".formatted(manifest.name(), need))
                    .toList()));
  }

  private String link(String name) {
    return pages.contains(name) ? "[%1$s](%1$s.md)".formatted(name) : name;
  }

  private void provides() {
    ModuleManifest.Provides provides = manifest.provides();
    item("Tables", provides.tables());
    item("Views", provides.views());
    item("Functions", provides.functions());
    item("Types", provides.types());
    item("Capabilities", provides.capabilities());
  }

  private void item(String what, List<String> names) {
    if (!names.isEmpty()) {
      page.item(
          what + ": " + String.join(", ", names.stream().map("`%s`"::formatted).toList()) + ".");
    }
  }
}
