package dev.minori.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.minori.kit.problem.KitProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule lets the good house pass and catches the one bad class that is planted for it. */
class HouseRulesTest {
    private static final House HOUSE = House.of("house", 1)
            .withVendors("salesforce", "channel.email")
            .withEngine("expression", "com.google.common");

    private static final List<String> GOOD = List.of(
            "@org.jspecify.annotations.NullMarked package house.health;",
            "@org.jspecify.annotations.NullMarked package house.health.store;",
            "@org.jspecify.annotations.NullMarked package house.health.rest;",
            "@org.jspecify.annotations.NullMarked package house.health.events;",
            "@org.jspecify.annotations.NullMarked package house.salesforce;",
            "@org.jspecify.annotations.NullMarked package house.platform;",
            "package house.health; public record Score(int[] points, java.time.Instant at) {}",
            "package house.health; public interface Scores { void save(Score score); }",
            """
            package house.health;
            @jakarta.enterprise.context.ApplicationScoped public class Health {
                private final Scores scores; private final java.time.Clock clock;
                Health(Scores scores, java.time.Clock clock) { this.scores = scores; this.clock = clock; }
                @jakarta.transaction.Transactional public void measure() {
                    io.quarkus.logging.Log.info("measured");
                    scores.save(new Score(new int[0], java.time.Instant.now(clock)));
                }
            }""",
            "package house.health.store; @jakarta.persistence.Entity class ScoreEntity { @jakarta.persistence.Id long id; }",
            """
            package house.health.store;
            class SqlScores implements house.health.Scores {
                private final javax.sql.DataSource source;
                SqlScores(javax.sql.DataSource source) { this.source = source; }
                public void save(house.health.Score score) { new ScoreEntity(); }
            }""",
            """
            package house.health.rest;
            @jakarta.ws.rs.Path("/health") public class HealthResource {
                @jakarta.ws.rs.GET @jakarta.annotation.security.RolesAllowed("csm") public String latest() { return ""; }
            }""",
            """
            package house.health.events;
            class HealthConsumer {
                @org.eclipse.microprofile.reactive.messaging.Incoming("health") void on(String message) {}
            }""",
            """
            package house.salesforce;
            public record Session(String token, String url) { @Override public String toString() { return url; } }""",
            "package house.platform; class Wiring { house.health.Health health; }");

    @TempDir
    private static Path directory;

    private static Path good;

    @BeforeAll
    static void buildTheGoodHouse() throws IOException {
        good = compile(GOOD);
    }

    @Test
    void goodHousePassesEveryRule() {
        JavaClasses classes = new ClassFileImporter().importPath(good);
        for (ArchRule rule : List.of(
                Walls.featuresArePlain(HOUSE),
                Walls.doorsStayApart(HOUSE),
                Walls.sqlOnlyInStores(HOUSE),
                Walls.httpOnlyInRest(HOUSE),
                Walls.kafkaOnlyInEvents(HOUSE),
                Walls.noEmitters(),
                Walls.vendorsBehindOneWall(),
                Walls.noCycles(HOUSE),
                Walls.noOtherService(HOUSE),
                Manners.entitiesStayHome(),
                Manners.noFieldInjection(),
                Manners.resourcesSayWhoMayCall(),
                Manners.timeAndIdsAreInjected(),
                Manners.packagesAreNullMarked(),
                Manners.secretsAreNotPrinted())) {
            rule.check(classes);
        }
    }

    @Test
    void d0RefusesAModuleOfWhichNothingWasSeen() {
        HouseRules nothing = new HouseRules(House.of("dev.minori.nowhere", 1)) {};
        assertThatThrownBy(nothing::d0ClassesWereImported).isInstanceOf(AssertionError.class);
    }

    @Test
    void d1CatchesTechnologyInAFeature() throws IOException {
        assertCaught(
                Walls.featuresArePlain(HOUSE),
                "package house.health; class Bad { com.fasterxml.jackson.databind.JsonNode json; }");
        assertCaught(
                Walls.featuresArePlain(HOUSE),
                "package house.health; class Bad { house.health.rest.HealthResource resource; }");
    }

    @Test
    void d2CatchesADoorThatKnowsAnother() throws IOException {
        assertCaught(
                Walls.doorsStayApart(HOUSE),
                "package house.health.rest; class Bad { house.salesforce.Session session; }");
    }

    @Test
    void d3CatchesSqlOutsideOfAStore() throws IOException {
        assertCaught(Walls.sqlOnlyInStores(HOUSE), "package house.health; class Bad { java.sql.Connection sql; }");
        assertCaught(
                Walls.sqlOnlyInStores(HOUSE),
                "package house.health.rest; class Bad { jakarta.persistence.EntityManager orm; }");
    }

    @Test
    void d4CatchesHttpAndKafkaOutsideOfTheirDoors() throws IOException {
        assertCaught(Walls.httpOnlyInRest(HOUSE), "package house.health; class Bad { jakarta.ws.rs.core.Response a; }");
        assertCaught(Walls.kafkaOnlyInEvents(HOUSE), """
                package house.health;
                class Bad { org.apache.kafka.clients.consumer.ConsumerRecord<String, String> message; }""");
    }

    @Test
    void d5CatchesWhoSendsPastTheOutbox() throws IOException {
        assertCaught(Walls.noEmitters(), """
                package house.health.events;
                class Bad { org.eclipse.microprofile.reactive.messaging.Emitter<String> out; }""");
        assertCaught(Walls.noEmitters(), """
                package house.health.events;
                class Bad { @org.eclipse.microprofile.reactive.messaging.Outgoing("deliveries") String out() { return ""; } }""");
        assertCaught(Walls.noEmitters(), """
                package house.health.events;
                class Bad { org.apache.kafka.clients.producer.KafkaProducer<String, String> out; }""");
    }

    @Test
    void d6CatchesAVendorOutsideOfItsWall() throws IOException {
        assertCaught(
                Walls.vendorsBehindOneWall(),
                "package com.sforce.soap; public class Partner {}",
                "package house.health; class Bad { com.sforce.soap.Partner partner; }");
    }

    @Test
    void d7CatchesAnEntityThatCanLeave() throws IOException {
        assertCaught(
                Manners.entitiesStayHome(),
                "package house.health.store; @jakarta.persistence.Entity public class BadEntity {}");
        assertCaught(
                Manners.entitiesStayHome(), "package house.health.store; @jakarta.persistence.Entity class Bad {}");
    }

    @Test
    void d8CatchesFieldInjection() throws IOException {
        assertCaught(
                Manners.noFieldInjection(),
                "package house.health; class Bad { @jakarta.inject.Inject Scores scores; }");
    }

    @Test
    void d9CatchesAnEndpointWithoutAWordOnAccess() throws IOException {
        assertCaught(Manners.resourcesSayWhoMayCall(), """
                package house.health.rest;
                @jakarta.ws.rs.Path("/bad") public class Bad { @jakarta.ws.rs.DELETE public void all() {} }""");
    }

    @Test
    void d10CatchesWhoReadsTheMachinesTime() throws IOException {
        for (String call : List.of(
                "java.time.Instant.now()",
                "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
                "System.currentTimeMillis()",
                "java.util.UUID.randomUUID()",
                "new java.util.Date()",
                "java.time.Clock.systemUTC()")) {
            assertCaught(
                    Manners.timeAndIdsAreInjected(),
                    "package house.health; class Bad { Object now() { return " + call + "; } }");
        }
    }

    @Test
    void d11CatchesACycle() throws IOException {
        assertCaught(
                Walls.noCycles(HOUSE),
                "package house.other; public class Other { house.health.Bad bad; }",
                "package house.health; public class Bad { house.other.Other other; }");
    }

    @Test
    void d12CatchesWhoKnowsAnotherService() throws IOException {
        assertCaught(
                Walls.noOtherService(HOUSE),
                "package dev.minori.sync.run; public class Run {}",
                "package house.health; class Bad { dev.minori.sync.run.Run run; }");
    }

    @Test
    void d13CatchesAPackageThatIsNotMarked() throws IOException {
        assertCaught(Manners.packagesAreNullMarked(), "package house.unmarked; class Bad {}");
    }

    @Test
    void d14CatchesASecretThatWouldBePrinted() throws IOException {
        assertCaught(
                Manners.secretsAreNotPrinted(),
                "package house.salesforce; record Bad(String refreshToken, int life) {}");
        assertCaught(Manners.secretsAreNotPrinted(), "package house.salesforce; record Bad(byte[] clientSecret) {}");
    }

    @Test
    void problemWithoutItsPageIsCaught() throws IOException {
        JavaClasses kit = new ClassFileImporter().importPackages("dev.minori.kit.problem");
        Path pages = Files.createTempDirectory(directory, "pages");
        Files.writeString(pages.resolve("README.md"), "");
        assertThat(ProblemPages.findings(kit, pages)).hasSize(KitProblem.values().length);
        Files.writeString(pages.resolve("conflict.md"), "# Conflict");
        assertThat(ProblemPages.findings(kit, pages))
                .anyMatch(finding -> finding.startsWith("the page of conflict lacks 'HTTP 409'"))
                .anyMatch(finding -> finding.endsWith("does not list conflict"));
    }

    private void assertCaught(ArchRule rule, String... planted) throws IOException {
        Path bad = compile(List.of(planted), good);
        JavaClasses classes = new ClassFileImporter().importPaths(good, bad);
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Bad")
                .hasMessageContaining("because D");
    }

    private static Path compile(List<String> sources, Path... more) throws IOException {
        Path root = Files.createTempDirectory(directory, "house");
        Path classes = Files.createDirectory(root.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringBuilder classPath = new StringBuilder(System.getProperty("java.class.path"));
        for (Path path : more) {
            classPath.append(File.pathSeparator).append(path);
        }
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", classPath.toString()));
        int number = 0;
        for (String source : sources) {
            Path file = root.resolve(number++ + "/" + name(source) + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source).toString());
        }
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return classes;
    }

    private static String name(String source) {
        Matcher type = Pattern.compile("(?:class|record|interface) (\\w+)").matcher(source);
        return type.find() ? type.group(1) : "package-info";
    }
}
