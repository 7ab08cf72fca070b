package dev.minori.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.minori.console.problem.ConsoleProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The manners of the house, for a module that knows neither database nor broker. */
class ArchitectureTest {
    private static final List<String> HTTP_METHODS = List.of(
            "jakarta.ws.rs.GET",
            "jakarta.ws.rs.POST",
            "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.DELETE",
            "jakarta.ws.rs.HEAD",
            "jakarta.ws.rs.OPTIONS");
    private static final List<String> ACCESS = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.DenyAll",
            "io.quarkus.security.Authenticated");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.minori.console");

    @Test
    void looksAtTheClasses() {
        assertThat(classes).hasSizeGreaterThan(15);
    }

    @Test
    void holdsNoBusinessDataAndKnowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "org.hibernate..",
                        "org.apache.kafka..",
                        "dev.minori.events..",
                        "dev.minori.kit..",
                        "dev.minori.sync..",
                        "dev.minori.scoring..",
                        "dev.minori.playbook..",
                        "dev.minori.notification..")
                .because("the services own the data; the console talks to them over HTTP")
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.minori.console.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void timeAndIdsComeFromOutside() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .because("tests own the clock and the ids")
                .check(classes);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.getClasses().isEmpty())
                .filter(each -> each.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(each -> each.getName())
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void everyProblemHasItsPageInBothLanguages() throws IOException {
        Path pages = Path.of("../docs/problems");
        String index = Files.readString(pages.resolve("README.md"));
        for (ConsoleProblem problem : ConsoleProblem.values()) {
            assertThat(Files.readString(pages.resolve(problem.slug() + ".md")))
                    .contains(problem.uri(), "HTTP " + problem.status(), "## What to do", "## 対処");
            assertThat(index).contains("(" + problem.slug() + ".md)");
        }
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
    void everyEndpointSaysWhoMayCallIt() {
        List<JavaMethod> endpoints = classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> HTTP_METHODS.stream().anyMatch(method::isAnnotatedWith))
                .toList();
        assertThat(endpoints).isNotEmpty();
        assertThat(endpoints.stream()
                        .filter(method -> ACCESS.stream()
                                .noneMatch(access -> method.isAnnotatedWith(access)
                                        || method.getOwner().isAnnotatedWith(access)))
                        .map(JavaMethod::getFullName))
                .as("D9: an endpoint without a word on access is a mistake, not a decision")
                .isEmpty();
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
