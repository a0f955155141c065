package dev.iasql.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.iasql.gateway", importOptions = DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule KNOWS_NO_AWS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..", "dev.iasql.aws..")
          .because("the gateway carries requests and never does their work");

  @ArchTest
  static final ArchRule DOES_NO_WORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("dev\\.iasql\\.core\\.request\\.(RequestWorker|RequestQueue|Work)")
          .because("requests are taken up by install-service and sync-service");

  @ArchTest
  static final ArchRule RELAYS_WITHOUT_THE_API =
      noClasses()
          .that()
          .resideInAnyPackage("..gateway.relay..", "..gateway.tenant..", "..gateway.event..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..gateway.api..", "..gateway.access..")
          .because("the relay works the same whether or not anybody uses the REST API");
}
