package dev.iasql.sync;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "dev.iasql", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule whatServicesShareKnowsNoService =
      noClasses()
          .that()
          .resideInAnyPackage("dev.iasql.core..", "dev.iasql.aws..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.iasql.sync..")
          .because("dependencies point one way: services -> aws-modules -> core");

  @ArchTest
  static final ArchRule schemasAreOfInstallService =
      noClasses()
          .that()
          .resideInAPackage("dev.iasql.sync..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.flywaydb..", "dev.iasql.aws.ddl..", "dev.iasql.aws.bundle..")
          .because("sync-service makes no tables but temporary ones; install-service does");

  @ArchTest
  static final ArchRule onlyTheWiringKnowsTheFramework =
      noClasses()
          .that()
          .resideInAnyPackage("dev.iasql.sync.merge..", "dev.iasql.sync.plan..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..")
          .because("what decides about rows can be tested without starting anything");

  @ArchTest
  static final ArchRule mergingKnowsNothingOfReading =
      noClasses()
          .that()
          .resideInAPackage("dev.iasql.sync.merge..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.iasql.sync.refresh..", "software.amazon..")
          .because("the merge sees staged rows, wherever they come from");

  @ArchTest
  static final ArchRule noCircles =
      SlicesRuleDefinition.slices()
          .matching("dev.iasql.sync.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each package can be read after those it needs");
}
