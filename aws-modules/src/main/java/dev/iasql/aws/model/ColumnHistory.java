package dev.iasql.aws.model;

import dev.iasql.aws.spi.FormerName;
import dev.iasql.aws.spi.Since;
import dev.iasql.core.module.ModuleVersion;
import dev.iasql.core.sql.Identifiers;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** What a column was in earlier versions of its module. */
record ColumnHistory(RecordComponent component) {

  /** Its name in the newest version. */
  String newestName() {
    return Identifiers.snakeCase(component.getName());
  }

  /** Whether the version has the column. */
  boolean isIn(ModuleVersion version) {
    Since since = component.getAnnotation(Since.class);
    return since == null || version.compareTo(ModuleVersion.parse(since.value())) >= 0;
  }

  /** Its name in a version that has it. */
  String nameAt(ModuleVersion version) {
    FormerName former = component.getAnnotation(FormerName.class);
    return former != null && version.compareTo(ModuleVersion.parse(former.until())) < 0
        ? former.value()
        : newestName();
  }

  /** The versions in which it came or got its name. */
  List<String> changedIn() {
    List<String> versions = new ArrayList<>();
    Since since = component.getAnnotation(Since.class);
    if (since != null) {
      versions.add(since.value());
    }
    FormerName former = component.getAnnotation(FormerName.class);
    if (former != null) {
      versions.add(former.until());
    }
    return versions;
  }
}
