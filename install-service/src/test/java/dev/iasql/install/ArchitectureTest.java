package dev.iasql.install;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What this service must not know. */
@AnalyzeClasses(
    packages = "dev.iasql.install",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule KNOWS_NO_AWS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..", "dev.iasql.aws..")
          .because("tenant databases are its business, AWS is the sync service's");

  @ArchTest
  static final ArchRule KNOWS_NO_OTHER_SERVICE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.iasql.sync..", "dev.iasql.gateway..", "dev.iasql.registry..")
          .because("services meet in events and databases only");

  @ArchTest
  static final ArchRule STAGES_DO_NOT_ADMINISTER =
      noClasses()
          .that()
          .resideInAPackage("..request..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..provision..")
          .because("modules are installed without an administrator's rights");
}
