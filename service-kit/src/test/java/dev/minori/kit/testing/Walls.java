package dev.minori.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Which package may use which. */
final class Walls {
    private static final Set<String> SQL = Set.of(
            "jakarta.persistence",
            "jakarta.data",
            "org.hibernate",
            "io.quarkus.hibernate",
            "java.sql",
            "javax.sql",
            "org.postgresql",
            "io.agroal");
    private static final Set<String> MESSAGING =
            Set.of("org.eclipse.microprofile.reactive.messaging", "io.smallrye.reactive.messaging", "org.apache.kafka");
    private static final Set<String> SERVICES = Set.of(
            "dev.minori.sync",
            "dev.minori.scoring",
            "dev.minori.playbook",
            "dev.minori.notification",
            "dev.minori.console",
            "dev.minori.simulators",
            "dev.minori.platform");

    /** Library packages and the name of the one package that may use them. */
    private static final Map<String, String> VENDORS = Map.of(
            "com.sforce", "salesforce",
            "io.fabric8", "kubernetes",
            "com.google.crypto.tink", "credential",
            "dev.cel", "expression",
            "io.quarkus.mailer", "email",
            "io.vertx.ext.mail", "email");

    /** The only package from which messages leave. */
    private static final String OUTBOX = "dev.minori.kit.outbox";

    private Walls() {}

    static ArchRule featuresArePlain(House house) {
        return classes()
                .that(house.feature())
                .should(dependOnlyOn(
                        "the plain language",
                        (user, used) -> house.usableBy(user).test(used)))
                .because("D1: the rules of the domain are tested without a container, in milliseconds")
                .allowEmptyShould(true);
    }

    static ArchRule doorsStayApart(House house) {
        return classes()
                .that(DescribedPredicate.describe(
                        "are behind a door", type -> !house.door(type).isEmpty()))
                .should(dependOnlyOn("their own door and features", (user, used) -> {
                    String other = house.door(used);
                    return other.isEmpty() || other.equals(house.door(user));
                }))
                .because("D2: what two doors share belongs to the feature behind them")
                .allowEmptyShould(true);
    }

    static ArchRule sqlOnlyInStores(House house) {
        return only(SQL, type -> house.isBehind(type, "store"))
                .because("D3: how data is stored can change in one package")
                .allowEmptyShould(true);
    }

    static ArchRule httpOnlyInRest(House house) {
        return only(Set.of("jakarta.ws.rs"), type -> house.isBehind(type, "rest") || house.isVendor(type))
                .because("D4: features do not know that they are called over HTTP")
                .allowEmptyShould(true);
    }

    static ArchRule kafkaOnlyInEvents(House house) {
        return only(MESSAGING, type -> house.isBehind(type, "events"))
                .because("D4: features do not know how facts travel")
                .allowEmptyShould(true);
    }

    static ArchRule noEmitters() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are not the outbox itself",
                        type -> !type.getPackageName().equals(OUTBOX)))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("send messages", Walls::sends))
                .because("D5: a message sent past the outbox is lost or premature when its transaction fails")
                .allowEmptyShould(true);
    }

    private static boolean sends(JavaClass type) {
        return type.getSimpleName().endsWith("Emitter")
                || type.getFullName().equals("org.eclipse.microprofile.reactive.messaging.Outgoing")
                || House.isIn(type.getPackageName(), Set.of("org.apache.kafka.clients.producer"));
    }

    static ArchRule vendorsBehindOneWall() {
        return classes()
                .should(dependOnlyOn(
                        "vendors behind their wall",
                        (user, used) -> VENDORS.entrySet().stream()
                                .filter(vendor -> House.isIn(used.getPackageName(), Set.of(vendor.getKey())))
                                .allMatch(vendor -> hasSegment(user, vendor.getValue()))))
                .because("D6: a vendor is replaced by rewriting one package")
                .allowEmptyShould(true);
    }

    static ArchRule noCycles(House house) {
        return slices().matching(house.base() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(inWiring(house), DescribedPredicate.alwaysTrue())
                .because("D11: a feature that needs itself in the end cannot be understood alone")
                .allowEmptyShould(true);
    }

    static ArchRule noOtherService(House house) {
        return classes()
                .should(dependOnlyOn(
                        "no other service",
                        (user, used) -> house.isOwn(used) || !House.isIn(used.getPackageName(), SERVICES)))
                .because("D12: services share contracts and the kit, nothing else")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> inWiring(House house) {
        return DescribedPredicate.describe(
                "wiring", type -> House.isIn(type.getPackageName(), Set.of(house.base() + ".platform")));
    }

    private static boolean hasSegment(JavaClass type, String segment) {
        return Set.of(type.getPackageName().split("\\.")).contains(segment);
    }

    private static ClassesShouldConjunction only(Set<String> libraries, Predicate<JavaClass> may) {
        return noClasses()
                .that(DescribedPredicate.describe("are elsewhere", type -> !may.test(type)))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to " + libraries, type -> House.isIn(type.getPackageName(), libraries)));
    }

    private static ArchCondition<JavaClass> dependOnlyOn(String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("use only " + what) {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    if (!used.isPrimitive() && !allowed.test(user, used)) {
                        events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
