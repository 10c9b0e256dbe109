package org.marsad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.SparkSession;
import org.marsad.table.Analysis;

/** The seams of the house. */
@AnalyzeClasses(packages = "org.marsad", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule languageAndNamesArePureJava =
      noClasses()
          .that()
          .resideInAnyPackage("..arabic..", "..names..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache..", "scala..");

  @ArchTest
  static final ArchRule languageKnowsNothingElseOfMarsad =
      noClasses()
          .that()
          .resideInAPackage("..arabic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..names..",
              "..article..",
              "..run..",
              "..table..",
              "..term..",
              "..topic..",
              "..entity..",
              "..report..");

  @ArchTest
  static final ArchRule tableKnowsNoAnalysis =
      noClasses()
          .that()
          .resideInAPackage("..table..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..arabic..",
              "..names..",
              "..article..",
              "..run..",
              "..term..",
              "..topic..",
              "..entity..",
              "..report..");

  @ArchTest
  static final ArchRule analysesOpenNoSessionAndWriteNoFile =
      noClasses()
          .that()
          .implement(Analysis.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(SparkSession.Builder.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(DataFrameWriter.class);

  @ArchTest
  static final ArchRule onlyTheRunKnowsTheRun =
      noClasses()
          .that()
          .resideOutsideOfPackages("..run..", "org.marsad")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..run..");

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.marsad.Main")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule sessionsAreHeldByNoStatic =
      com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields()
          .that()
          .haveRawType(SparkSession.class)
          .should()
          .beStatic();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.marsad.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule analysesArePublicAndFinal =
      classes()
          .that()
          .implement(Analysis.class)
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
}
