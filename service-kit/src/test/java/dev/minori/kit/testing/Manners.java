package dev.minori.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;

/** How classes behave, wherever they stand. */
final class Manners {
    private static final Set<String> READERS = Set.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDate.now(java.time.ZoneId)",
            "java.time.LocalTime.now()",
            "java.time.LocalDateTime.now()",
            "java.time.LocalDateTime.now(java.time.ZoneId)",
            "java.time.OffsetDateTime.now()",
            "java.time.OffsetDateTime.now(java.time.ZoneId)",
            "java.time.ZonedDateTime.now()",
            "java.time.ZonedDateTime.now(java.time.ZoneId)",
            "java.time.YearMonth.now()",
            "java.time.YearMonth.now(java.time.ZoneId)",
            "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.Clock.system(java.time.ZoneId)",
            "java.lang.System.currentTimeMillis()",
            "java.util.UUID.randomUUID()",
            "java.util.Date.<init>()");
    private static final Set<String> HTTP_METHODS = Set.of(
            "jakarta.ws.rs.GET",
            "jakarta.ws.rs.POST",
            "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.DELETE",
            "jakarta.ws.rs.HEAD",
            "jakarta.ws.rs.OPTIONS");
    private static final Set<String> ACCESS = Set.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.DenyAll",
            "io.quarkus.security.Authenticated");
    private static final Pattern SECRET = Pattern.compile("(?i).*(token|password|secret).*");
    private static final Set<String> TEXTS = Set.of("java.lang.String", "[B", "[C");

    private Manners() {}

    static ArchRule entitiesStayHome() {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .andShould()
                .haveSimpleNameEndingWith("Entity")
                .because("D7: an entity in an answer or an event would publish the table")
                .allowEmptyShould(true);
    }

    static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("D8: constructors make dependencies countable, and tests need no container")
                .allowEmptyShould(true);
    }

    static ArchRule resourcesSayWhoMayCall() {
        return methods()
                .that(DescribedPredicate.describe("answer HTTP", Manners::answersHttp))
                .should(sayWhoMayCall())
                .because("D9: an endpoint without a word on access is a mistake, not a decision")
                .allowEmptyShould(true);
    }

    static ArchRule timeAndIdsAreInjected() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.minori.kit.time..")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "reads the machine's time or makes a random id",
                        (JavaCall<?> call) -> READERS.contains(call.getTarget().getFullName())))
                .because("D10: tests and demos own the clock and the ids")
                .allowEmptyShould(true);
    }

    static ArchRule packagesAreNullMarked() {
        return classes()
                .should(new ArchCondition<JavaClass>("stand in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " stands in a package without @NullMarked"));
                        }
                    }
                })
                .because("D13: an unmarked package is silently unchecked")
                .allowEmptyShould(true);
    }

    static ArchRule secretsAreNotPrinted() {
        return classes()
                .that()
                .areRecords()
                .should(new ArchCondition<JavaClass>("write toString themselves if they hold a secret") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (holdsSecret(type) && RecordText.isGenerated(type)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " holds a secret and has the generated toString"));
                        }
                    }
                })
                .because("D14: the generated toString would print it into the log")
                .allowEmptyShould(true);
    }

    private static boolean answersHttp(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getOwner().isInterface()
                && HTTP_METHODS.stream().anyMatch(method::isAnnotatedWith);
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("say who may call them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = ACCESS.stream()
                        .anyMatch(access -> method.isAnnotatedWith(access)
                                || method.getOwner().isAnnotatedWith(access));
                if (!said) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is open to whom?"));
                }
            }
        };
    }

    private static boolean holdsSecret(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> TEXTS.contains(field.getRawType().getName()))
                .map(JavaField::getName)
                .anyMatch(name -> SECRET.matcher(name).matches());
    }
}
