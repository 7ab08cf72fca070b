package dev.minori.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contracts stay free of any framework: whoever reads them, in whatever version, brings their own. */
class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.minori.events");

    @Test
    void classesWereImported() {
        assertThat(classes.size()).isGreaterThan(40);
    }

    @Test
    void contractsNeedOnlyTheJdkAndAnnotations() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations..",
                        "com.fasterxml.jackson.annotation..",
                        "dev.minori.events..")
                .because("D12: a framework in the contracts would bind every reader to its version")
                .check(classes);
    }

    @Test
    void contractsReadNoClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("D10: tests and demos own the clock and the ids")
                .check(classes);
    }

    @Test
    void packagesAreNullMarked() {
        assertThat(classes.stream()
                        .map(JavaClass::getPackage)
                        .filter(javaPackage -> !javaPackage.isAnnotatedWith("org.jspecify.annotations.NullMarked")))
                .as("D13: an unmarked package is silently unchecked, and nullness decides what a message must hold")
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
