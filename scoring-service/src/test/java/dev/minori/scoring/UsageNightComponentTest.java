package dev.minori.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.events.Origin;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.expression.Moments;
import dev.minori.scoring.recompute.Recomputation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day is over at midnight; what customers did on it is known when the night's rows have come. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "scoring"),
            @ResourceArg(name = "channels", value = "customer-facts,customer-facts-bulk,workspace-directory")
        })
class UsageNightComponentTest {
    @Inject
    Story story;

    @Inject
    Recomputation recomputation;

    @Inject
    Moments moments;

    @AfterEach
    void goBack() {
        TestSurroundings.testClock().set(Instant.parse(TestSurroundings.START));
    }

    @Test
    void aNightWhoseUsageIsStillOnItsWayMakesNobodyFall() {
        UUID workspace = story.workspace();
        UUID early = story.customer(workspace, "株式会社よいのくち", Origin.LIVE);
        UUID late = story.customer(workspace, "株式会社よふけ", Origin.LIVE);
        look(workspace);
        story.compute(workspace);
        story.told(workspace);
        LocalDate before = usageUntil(workspace);

        TestSurroundings.testClock().advance(Duration.ofDays(2));
        assertThat(look(workspace)).as("a new day").isTrue();
        story.compute(workspace);
        assertThat(story.told(workspace)).as("two days without rows").allSatisfy(this::changesNothing);

        story.usage(workspace, early, Origin.LIVE, 2, 1, 40);
        story.compute(workspace);
        assertThat(look(workspace)).as("the other's rows may still come").isFalse();
        TestSurroundings.testClock().advance(Duration.ofMinutes(29));
        assertThat(look(workspace)).isFalse();
        story.compute(workspace);
        assertThat(story.told(workspace)).allSatisfy(this::changesNothing);

        assertThat(usageUntil(workspace)).isEqualTo(before);

        TestSurroundings.testClock().advance(Duration.ofMinutes(1));
        assertThat(look(workspace)).as("the day is complete").isTrue();
        assertThat(usageUntil(workspace)).isEqualTo(before.plusDays(2));
        story.compute(workspace);
        assertThat(story.told(workspace))
                .as("who has no row by now has not used the product")
                .filteredOn(told -> !told.at("/event/points").equals(told.at("/event/previousPoints")))
                .isNotEmpty()
                .allSatisfy(told ->
                        assertThat(told.at("/event/customerId").asText()).isEqualTo(late.toString()));
    }

    /** Dates that come nearer make a score anew without a change of its points. */
    private void changesNothing(JsonNode told) {
        assertThat(told.at("/event/type").asText()).isEqualTo("health-score-changed.v1");
        assertThat(told.at("/event/points")).isEqualTo(told.at("/event/previousPoints"));
    }

    private LocalDate usageUntil(UUID workspace) {
        return WorkspaceContext.call(workspace, () -> moments.now(workspace).usageUntil());
    }

    private boolean look(UUID workspace) {
        return WorkspaceContext.call(workspace, () -> {
            boolean more = recomputation.startDay(workspace);
            while (recomputation.sweepSome(workspace, 10) > 0) {
                // Until everybody is marked.
            }
            return more;
        });
    }
}
