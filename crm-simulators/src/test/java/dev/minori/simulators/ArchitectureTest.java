package dev.minori.simulators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The manners of the house, for servers that stand for somebody else's. */
class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.minori.simulators");

    @Test
    void looksAtTheClasses() {
        assertThat(classes).hasSizeGreaterThan(100);
    }

    @Test
    void knowsNothingOfMinori() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "dev.minori.events..",
                        "dev.minori.kit..",
                        "dev.minori.platform..",
                        "dev.minori.sync..",
                        "dev.minori.scoring..",
                        "dev.minori.playbook..",
                        "dev.minori.notification..")
                .because("what shares code with its client agrees with the client's mistakes")
                .check(classes);
    }

    @Test
    void oneVendorKnowsNothingOfTheOther() {
        noClasses()
                .that()
                .resideInAPackage("..salesforce..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..kintone..")
                .because("each is judged by its own vendor's documents")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("..kintone..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..salesforce..")
                .because("each is judged by its own vendor's documents")
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.minori.simulators.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .because("a simulated org lives on the clock of the demo")
                .check(classes);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(classes.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(each ->
                                each.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                        .map(JavaPackage::getName))
                .isEmpty();
    }
}
