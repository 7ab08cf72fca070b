package dev.minori.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The manners of the house, for a module that the services' own rules do not reach. */
class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.minori.platform");

    @Test
    void looksAtTheClasses() {
        assertThat(classes).hasSizeGreaterThan(60);
    }

    @Test
    void knowsNoQuarkusAndNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "dev.minori.kit..",
                        "dev.minori.sync..",
                        "dev.minori.scoring..",
                        "dev.minori.playbook..",
                        "dev.minori.notification..")
                .because("it starts them, and their tests start it")
                .check(classes);
    }

    @Test
    void vendorsStayBehindOnePackageEach() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..oidc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("no.nav..", "com.nimbusds..", "okhttp3..", "kotlin..")
                .because("the provider can be exchanged")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("..kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kafka..", "org.apache.kafka..")
                .because("the broker can be exchanged")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("..mail..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "com.sun.net.httpserver..")
                .because("only the sink reads mail and serves pages")
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.minori.platform.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .because("tests own the clock")
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
