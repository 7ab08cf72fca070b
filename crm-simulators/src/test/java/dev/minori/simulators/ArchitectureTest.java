package dev.minori.simulators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
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

    @Test
    void dependenciesComeByConstructor() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("D8: constructors make dependencies countable, and tests need no container")
                .check(classes);
    }

    @Test
    void answersNoCallOfJakartaRest() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .because("D9: the rule that every endpoint says who may call it does not look here")
                .check(classes);
    }

    /** The generated toString of a record is final, a written one is not. */
    @Test
    void recordsThatHoldASecretWriteTheirText() {
        assertThat(classes.stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> type.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .filter(field -> field.getRawType().isEquivalentTo(String.class))
                                .anyMatch(field -> field.getName().matches("(?i).*(token|password|secret).*")))
                        .filter(type ->
                                type.getMethod("toString").getModifiers().contains(JavaModifier.FINAL))
                        .map(JavaClass::getName))
                .as("D14: the generated toString would print the secret into the log")
                .isEmpty();
    }
}
