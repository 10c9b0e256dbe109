package org.marsad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.marsad.table.Analysis;

/** The seams of the house. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.marsad");

  @Test
  void languageAndNamesArePureJava() {
    noClasses()
        .that()
        .resideInAnyPackage("..arabic..", "..names..", "..facts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache..", "scala..")
        .check(CLASSES);
  }

  @Test
  void languageKnowsNothingElseOfMarsad() {
    noClasses()
        .that()
        .resideInAPackage("..arabic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..names..",
            "..facts..",
            "..article..",
            "..run..",
            "..table..",
            "..term..",
            "..topic..",
            "..entity..",
            "..report..")
        .check(CLASSES);
  }

  @Test
  void tableKnowsNoAnalysis() {
    noClasses()
        .that()
        .resideInAPackage("..table..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..arabic..",
            "..names..",
            "..facts..",
            "..article..",
            "..run..",
            "..term..",
            "..topic..",
            "..entity..",
            "..report..")
        .check(CLASSES);
  }

  @Test
  void analysesOpenNoSessionAndWriteNoFile() {
    noClasses()
        .that()
        .implement(Analysis.class)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(SparkSession.Builder.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(DataFrameWriter.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheRunKnowsTheRun() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..run..", "org.marsad")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..run..")
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.marsad.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void sessionsAreHeldByNoStatic() {
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields()
        .that()
        .haveRawType(SparkSession.class)
        .should()
        .beStatic()
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.marsad.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void analysesArePublicAndFinal() {
    classes()
        .that()
        .implement(Analysis.class)
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(CLASSES);
  }
}
