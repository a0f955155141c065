package dev.iasql.aws.bundle;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleManifest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The reference page of a SQL module: what its manifest says, then what its author says in the
 * README. The records that describe AWS modules' tables do not exist for it.
 */
final class SqlModulePage {
  private static final Pattern TITLE = Pattern.compile("\\A# [^\\n]*\\n+");

  private final ModuleManifest manifest;
  private final String readme;
  private final ModuleRelations relations;
  private final Markdown page = new Markdown();

  SqlModulePage(ModuleBundle bundle, ModuleRelations relations) {
    this.relations = relations;
    this.manifest = bundle.manifest();
    this.readme = bundle.readme();
  }

  /** Markdown, without the mark of where it came from. */
  String text() {
    page.heading(1, manifest.name());
    page.paragraph(
        "%s Version %s. A SQL module: it writes the tables of other modules and calls no cloud itself."
            .formatted(Wording.sentence(manifest.summary()), manifest.version()));
    provides();
    page.paragraph(TITLE.matcher(readme).replaceFirst("").strip());
    relations.write(manifest, page);
    return page.text();
  }

  private void provides() {
    ModuleManifest.Provides provides = manifest.provides();
    item("Tables", provides.tables());
    item("Views", provides.views());
    item("Functions", provides.functions());
    item("Types", provides.types());
  }

  private void item(String what, List<String> names) {
    if (!names.isEmpty()) {
      page.item("%s: %s.".formatted(what, Wording.code(names)));
    }
  }
}
