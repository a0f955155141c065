package dev.iasql.aws.bundle;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.AwsModule.SqlFunction;
import java.util.List;

/** What a bundle says of its module at a glance. */
final class Readme {
  private final AwsModule module;
  private final List<AwsTable<?>> tables;

  Readme(AwsModule module, List<AwsTable<?>> tables) {
    this.module = module;
    this.tables = tables;
  }

  String text() {
    Markdown page = new Markdown();
    page.heading(1, module.name() + " " + module.version());
    page.paragraph(Wording.sentence(module.summary()));
    page.sql("SELECT * FROM iasql_install('%s');".formatted(module.name()));
    page.heading(2, "Tables");
    for (AwsTable<?> table : tables) {
      page.item(
          "`%s`: %s%s"
              .formatted(
                  table.name(),
                  table.model().comment(),
                  table.isManaged() ? "" : " " + Wording.readOnly(table.model())));
    }
    if (!module.functions().isEmpty()) {
      page.heading(2, "Functions");
      for (SqlFunction function : module.functions()) {
        page.item(Wording.function(function));
      }
    }
    return page.text();
  }
}
