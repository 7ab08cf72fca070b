package dev.minori.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.minori.events.DeliveryEvent.State;
import dev.minori.events.NotificationEvent.QuotesErased;
import dev.minori.events.Origin;
import dev.minori.kit.testing.Inspection;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.testing.NotificationSurroundings;
import dev.minori.notification.testing.Sink;
import dev.minori.notification.testing.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What must not be sent, or not now. */
@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class SilenceComponentTest {
    @Inject
    DeliveryRetention retention;

    @Inject
    Clock clock;

    @Test
    void backfillIsRecordedAndNeverSent() {
        Story story = Story.begin();
        UUID requestId = story.request(UUID.randomUUID(), Origin.BACKFILL, List.of());
        story.awaitState(story.request(), "delivered");

        var delivery = story.awaitState(requestId, "suppressed");
        assertThat(delivery.getString("reason.code")).isEqualTo("backfill");
        assertThat(delivery.getList("attemptList")).isEmpty();
        assertThat(Sink.mailsTo(story.mailbox)).hasSize(1);
    }

    @Test
    void quietHoursAreWaitedFor() {
        Story story = Story.begin();
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        ZonedDateTime now = clock.instant().atZone(tokyo);
        String from = now.minusHours(1).toLocalTime().withNano(0).withSecond(0).toString();
        String to = now.plusHours(2).toLocalTime().withNano(0).withSecond(0).toString();
        prefer(story, "\"1\"", Map.of("email", true, "quietHours", Map.of("from", from, "to", to)))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        UUID requestId = story.request();
        var delivery = story.awaitState(requestId, "pending");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(Instant.parse(story.delivery(requestId).getString("dueAt")))
                                .isAfter(clock.instant().plusSeconds(3_000)));
        assertThat(delivery.getInt("attempts")).isZero();
        assertThat(Sink.mailsTo(story.mailbox)).isEmpty();
    }

    @Test
    void whoWantsNothingGetsNothingAndItShows() {
        Story story = Story.begin();
        story.awaitState(story.request(), "delivered");
        prefer(story, "\"1\"", Map.of("email", false)).then().statusCode(200);

        var delivery = story.awaitState(story.request(), "suppressed");
        assertThat(delivery.getString("reason.code")).isEqualTo("no-channel");
    }

    @Test
    void aMemberWhoLeftGetsNothing() {
        Story story = Story.begin();
        story.awaitState(story.request(), "delivered");
        story.member(2, "ja", false);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> story.as("viewer")
                        .get("/api/v1/recipients/" + story.hanako)
                        .then()
                        .body("active", equalTo(false)));
        assertThat(story.awaitState(story.request(), "suppressed").getString("reason.code"))
                .isEqualTo("member-left");
    }

    @Test
    void anErasedQuoteDisappearsAndDoesNotComeBack() {
        Story story = Story.begin();
        UUID fact = UUID.randomUUID();
        UUID sent = story.request(UUID.randomUUID(), Origin.LIVE, List.of(fact));
        assertThat(story.awaitState(sent, "delivered").getString("body")).contains("見積もりをお願いします");

        story.notify(new QuotesErased(story.customer, UUID.randomUUID(), List.of(fact)), Origin.LIVE);
        UUID late = story.request(UUID.randomUUID(), Origin.LIVE, List.of(fact));

        var suppressed = story.awaitState(late, "suppressed");
        assertThat(suppressed.getString("reason.code")).isEqualTo("erased");
        assertThat(story.news(late))
                .singleElement()
                .satisfies(changed -> assertThat(changed.state()).isEqualTo(State.SUPPRESSED));
        var erased = story.delivery(sent);
        assertThat(erased.getString("body")).isNull();
        assertThat(erased.getString("subject")).isNull();
        assertThat(erased.getString("erasedAt")).isNotNull();
        story.as("admin")
                .post("/api/v1/deliveries/" + suppressed.getString("id") + "/resend")
                .then()
                .statusCode(409);
    }

    @Test
    void whatEndedLongAgoIsForgotten() {
        Story story = Story.begin();
        UUID old = story.request();
        UUID recent = story.request();
        String oldId = story.awaitState(old, "delivered").getString("id");
        String recentId = story.awaitState(recent, "delivered").getString("id");
        String ended = "update delivery set ended_at = now() - ?::interval where id = ?::uuid";
        Inspection.update(ended, "401 days", oldId);
        Inspection.update(ended, "399 days", recentId);

        WorkspaceContext.run(
                story.workspace, () -> assertThat(retention.forgetSome()).isFalse());

        story.as("viewer").get("/api/v1/deliveries/" + oldId).then().statusCode(404);
        story.as("viewer").get("/api/v1/deliveries/" + recentId).then().statusCode(200);
    }

    @Test
    void theReaderChoosesTheLanguage() {
        Story story = Story.begin();
        prefer(story, "\"1\"", Map.of("email", true, "language", "en")).then().statusCode(200);

        UUID requestId = story.request();
        assertThat(story.awaitState(requestId, "delivered").getString("subject"))
                .isEqualTo("株式会社みのり商店: Usage has dropped");
    }

    @Test
    void preferencesAreGuardedByVersionAndPerson() {
        Story story = Story.begin();
        story.awaitState(story.request(), "delivered");
        prefer(story, null, Map.of("email", true)).then().statusCode(428);
        prefer(story, "\"7\"", Map.of("email", true)).then().statusCode(412);
        prefer(story, "\"1\"", Map.of("email", true, "language", "fr"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/language"));
        prefer(story, "\"1\"", Map.of("email", true, "slackChannelIds", List.of(UUID.randomUUID())))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/slackChannelIds/0"));
        story.as("csm")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("email", false))
                .put("/api/v1/preferences/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        story.as("viewer")
                .get("/api/v1/recipients/me")
                .then()
                .statusCode(200)
                .body("memberId", equalTo(story.hanako.toString()))
                .body("suppression", nullValue());
    }

    @Test
    void theHistoryNamesCustomerAndRecipientIsSearchedByThemAndCounted() {
        Story story = Story.begin();
        story.awaitState(story.request(), "delivered");
        for (String words : List.of("みのり商店", "佐藤", story.mailbox.toUpperCase(Locale.ROOT), "利用が大きく")) {
            story.as("viewer")
                    .queryParam("q", words)
                    .get("/api/v1/deliveries")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(1))
                    .body("totalIsMinimum", equalTo(false));
        }
        story.as("viewer")
                .queryParam("q", " ")
                .get("/api/v1/deliveries")
                .then()
                .body("items[0].customerName", equalTo("株式会社みのり商店"))
                .body("items[0].recipientName", equalTo("佐藤花子"));
        story.as("viewer")
                .queryParam("q", "別の会社")
                .get("/api/v1/deliveries")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void listsGoPageByPage() {
        Story story = Story.begin();
        for (int i = 0; i < 5; i++) {
            story.request();
        }
        story.awaitState(story.request(), "delivered");
        var first = story.as("viewer")
                .get("/api/v1/deliveries?limit=4")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String cursor = first.getString("nextCursor");
        var second = story.as("viewer")
                .get("/api/v1/deliveries?limit=4&cursor=" + cursor)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(first.getInt("total")).isEqualTo(6);
        assertThat(first.getList("items.id")).hasSize(4).doesNotContainAnyElementsOf(second.getList("items.id"));
        assertThat(second.getList("items.id")).hasSize(2);
        assertThat(second.getString("nextCursor")).isNull();
        story.as("viewer")
                .get("/api/v1/deliveries?limit=4&state=failed&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", endsWith("/invalid-cursor"));
        story.as("viewer")
                .get("/api/v1/deliveries/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType(containsString("problem+json"));
    }

    private static io.restassured.response.Response prefer(Story story, String ifMatch, Map<String, ?> wanted) {
        var request = story.as("csm").contentType(ContentType.JSON).body(wanted);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/preferences/" + story.hanako);
    }
}
