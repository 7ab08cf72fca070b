package dev.minori.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import dev.minori.kit.change.Change;
import dev.minori.kit.change.ChangeSight;
import dev.minori.kit.change.ChangeViewer;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.testing.NotificationSurroundings;
import dev.minori.notification.testing.Story;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where the workspace says so, people see what was sent to themselves and their teams. */
@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class SightComponentTest {
    @Inject
    ChangeSight changes;

    @Test
    void whatWentToOtherTeamsIsNotShown() {
        Story story = Story.begin();
        UUID team = UUID.randomUUID();
        String id = story.awaitState(story.request(), "delivered").getString("id");
        story.asPerson("jiro", "csm").get("/api/v1/deliveries/" + id).then().statusCode(200);

        story.member(story.hanako, 2, "hanako", team);
        story.member(UUID.randomUUID(), 1, "ichiro", team);
        story.member(UUID.randomUUID(), 1, "jiro", UUID.randomUUID());
        story.limitSight();

        await("the setting is heard of")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> story.asPerson("jiro", "csm")
                        .get("/api/v1/deliveries")
                        .then()
                        .statusCode(200)
                        .body("items", empty()));
        await("the team is heard of")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> story.asPerson("ichiro", "csm")
                        .get("/api/v1/deliveries")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1)));
        for (String role : List.of("csm", "viewer")) {
            story.asPerson("jiro", role).get("/api/v1/deliveries/" + id).then().statusCode(404);
            story.as(role).get("/api/v1/deliveries/" + id).then().statusCode(200);
        }
        story.asPerson("jiro", "csm")
                .post("/api/v1/deliveries/" + id + "/resend")
                .then()
                .statusCode(404);
        story.asPerson("nobody", "manager").get("/api/v1/deliveries").then().body("items", hasSize(1));
        assertThat(told(story, "jiro", UUID.fromString(id))).isEmpty();
        assertThat(told(story, "ichiro", UUID.fromString(id))).hasSize(1);
    }

    private List<Change> told(Story story, String subject, UUID deliveryId) {
        ChangeViewer viewer = new ChangeViewer(story.workspace, subject, Set.of("csm"), Instant.MAX);
        List<Change> change = List.of(new Change("delivery", deliveryId, 2, story.customer, null));
        return WorkspaceContext.call(
                story.workspace, () -> QuarkusTransaction.requiringNew().call(() -> changes.visible(viewer, change)));
    }
}
