package dev.minori.platform.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.minori.platform.demo.DemoStory.Outcome;
import dev.minori.platform.process.Installation;
import dev.minori.platform.system.Fault.Depose;
import dev.minori.platform.system.Fault.Kill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * One whole platform, as {@code ./minori up} starts it. The story comes last: it sends the clock ahead and ends whatever it
 * can.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryUnderFaultsIT {
    /** Somebody's transaction in another database stays open at least so long while the story goes on. */
    private static final double HELD_SECONDS = 30;

    /** Kafka gives a silent reader's partitions to another after 45 s; a leader that sleeps longer has lost everything. */
    private static final Duration LONGER_THAN_ANY_LEASE = Duration.ofSeconds(60);

    private LocalPlatform platform;
    private @Nullable Outcome story;

    @BeforeAll
    void start(@TempDir Path state) throws Exception {
        platform = LocalPlatform.upWith(Map.of("MINORI_LOG_EVENTS", "DEBUG"), state, LocalPlatform.freePorts());
        platform.awaitReady();
    }

    @AfterAll
    void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    /** Looks through every row of every database again and again: among the long ones. */
    @Test
    @Order(1)
    @EnabledIfSystemProperty(named = "minori.test.long", matches = "true")
    void aPersonIsErasedFromAllDatabasesAndDoesNotComeBack() throws Exception {
        new ErasureTrial(platform).run();
    }

    @Test
    @Order(2)
    void peopleUseTheConsoleInABrowser() throws Exception {
        BrowserTests.run(platform);
    }

    @Test
    @Order(3)
    void killingEveryServiceAndTheBrokerOnceInTheStoryChangesNothing() throws Exception {
        new LogTrial(platform).plant();
        try (ForeignTransaction held = ForeignTransaction.open(platform)) {
            story = FaultyStory.playAndJudge(
                    platform,
                    List.of(
                            new Kill("In Minori:", "sync-service", 300),
                            new Kill("health band:", "scoring-service", 0),
                            new Kill("alert:", "notification-service", 200),
                            new Depose("task:", "playbook-service", "playbook", 0, asleepFor(Duration.ofSeconds(4))),
                            new Kill("The playbook waits until", "playbook-service", 0),
                            new Kill("people", "kafka", 0)));
            assertThat(held.seconds())
                    .as("seconds for which another database's transaction was open")
                    .isGreaterThan(HELD_SECONDS);
            new MetricsTrial(platform).nothingIsMissingAndNothingWaits();
        }
    }

    @Test
    @Order(4)
    void theLogsTellTheWayOfEventsAndNothingOfPeople() throws Exception {
        Outcome played = story;
        assumeTrue(played != null, "the story did not end well");
        LogTrial logs = new LogTrial(platform);
        logs.followTheEventsOf(played.asking());
        logs.assertNothingIsGivenAway(played.asking());
    }

    @Test
    @Order(5)
    void everyMetricOfTheGuidesIsToldOnTheManagementPorts() throws Exception {
        assumeTrue(story != null, "the story did not end well");
        new MetricsTrial(platform).everyMetricOfTheGuidesIsTold();
    }

    /** It sleeps until a second process has its lead and its partitions; then it goes on where it stood. */
    @Test
    @Order(6)
    @EnabledIfSystemProperty(named = "minori.test.long", matches = "true")
    void aPausedLeaderThatComesBackAfterAnotherTookOverChangesNothing() throws Exception {
        assumeTrue(Twin.canBeMade(), "this system does not show a process's environment");
        Path jar = Installation.locate().repository().resolve("playbook-service/target/quarkus-app/quarkus-run.jar");
        try (Twin twin = Twin.of(platform, "playbook-service", jar)) {
            Runnable untilTheTwinHasItAll = () -> {
                twin.awaitLeading();
                asleepFor(LONGER_THAN_ANY_LEASE).run();
            };
            FaultyStory.playAndJudge(
                    platform, List.of(new Depose("alert:", "playbook-service", "playbook", 0, untilTheTwinHasItAll)));
            new MetricsTrial(platform).nothingIsMissingAndNothingWaits();
        }
    }

    /** How long is what is tried here; nothing is waited for. */
    private static Runnable asleepFor(Duration pause) {
        return () -> Awaitility.await("a pause")
                .pollDelay(pause)
                .atMost(pause.plusSeconds(30))
                .until(() -> true);
    }
}
