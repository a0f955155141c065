package dev.iasql.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.iasql.registry", importOptions = DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule KNOWS_NO_AWS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..", "dev.iasql.aws..")
          .because("the registry knows modules as bundles; only sync-service talks to AWS");

  @ArchTest
  static final ArchRule KNOWS_NO_TENANTS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.iasql.core.tenant..", "dev.iasql.core.request..")
          .because("the registry never touches a tenant database");

  @ArchTest
  static final ArchRule STORES_WITHOUT_ITS_CALLERS =
      noClasses()
          .that()
          .resideInAnyPackage("..registry.store..", "..registry.bundle..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..registry.api..", "..registry.publish..")
          .because("what modules are must not depend on how they are shown or announced");
}
