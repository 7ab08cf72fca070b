package dev.minori.platform.system;

import dev.minori.platform.system.FaultyStory.Kill;
import java.nio.file.Path;
import java.util.List;
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
    private LocalPlatform platform;

    @BeforeAll
    void start(@TempDir Path state) throws Exception {
        platform = LocalPlatform.up(state, LocalPlatform.freePorts());
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
    void killingEveryServiceAndTheBrokerOnceInTheStoryChangesNothing() {
        FaultyStory.playAndJudge(
                platform,
                List.of(
                        new Kill("In Minori:", "sync-service", 300),
                        new Kill("health band:", "scoring-service", 0),
                        new Kill("alert:", "notification-service", 200),
                        new Kill("The playbook waits until", "playbook-service", 0),
                        new Kill("people", "kafka", 0)));
    }
}
