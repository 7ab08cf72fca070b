package dev.minori.notification.inapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.minori.events.NotificationEvent.NotificationRequested;
import dev.minori.events.NotificationEvent.QuotesErased;
import dev.minori.events.Origin;
import dev.minori.kit.testing.Follower;
import dev.minori.kit.testing.Inspection;
import dev.minori.kit.testing.Tokens;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.testing.NotificationSurroundings;
import dev.minori.notification.testing.Sink;
import dev.minori.notification.testing.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bell: what members find in the console, from the request on the topic to the mark that they have read it. */
@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class BellComponentTest {
    private static final Duration LONG = Duration.ofSeconds(120);

    @Inject
    InAppInbox inbox;

    @Test
    void anAlertRingsInBothLanguagesAndGoesByMailToo() {
        Story story = Story.beginWithBell();
        UUID requestId = story.request();
        awaitUnread(story, 1);

        JsonPath list = list(story, "");
        assertThat(list.getString("items[0].title.ja")).isEqualTo("株式会社みのり商店様: 利用が大きく減っています");
        assertThat(list.getString("items[0].title.en")).isEqualTo("株式会社みのり商店: Usage has dropped");
        assertThat(list.getString("items[0].link")).isEqualTo("/alerts/" + requestId);
        assertThat(list.getString("items[0].text.ja")).contains("見積もりをお願いします").doesNotContain("http://", "通知の設定を変更する");
        assertThat(list.getString("items[0].readAt")).isNull();
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(channelsDelivered(story, requestId)).containsExactlyInAnyOrder("email", "in-app"));
        assertThat(Sink.mailsTo(story.mailbox)).hasSize(1);
    }

    @Test
    void oneIsReadThenAllThatWereSeen() {
        Story story = Story.beginWithBell();
        for (int i = 0; i < 3; i++) {
            story.request();
        }
        awaitUnread(story, 3);
        List<String> ids = list(story, "?unread=true").getList("items.id");

        for (int i = 0; i < 2; i++) {
            story.as("csm")
                    .contentType(ContentType.JSON)
                    .post("/api/v1/in-app-notifications/" + ids.getFirst() + "/read")
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(ids.getFirst()))
                    .body("version", equalTo(2));
        }
        assertThat(unread(story)).isEqualTo(2);
        for (int marked : List.of(1, 0)) {
            story.as("csm")
                    .contentType(ContentType.JSON)
                    .body(Map.of("upTo", ids.getLast()))
                    .post("/api/v1/in-app-notifications/read")
                    .then()
                    .statusCode(200)
                    .body("marked", equalTo(marked))
                    .body("unread", equalTo(1));
        }
        assertThat(list(story, "?unread=true").getList("items.id")).containsExactly(ids.get(1));
        assertThat(list(story, "").getList("items.id")).hasSize(3);
    }

    @Test
    void listsGoPageByPage() {
        Story story = Story.beginWithBell();
        for (int i = 0; i < 3; i++) {
            story.request();
        }
        awaitUnread(story, 3);
        JsonPath first = list(story, "?limit=2");
        JsonPath second = list(story, "?limit=2&cursor=" + first.getString("nextCursor"));

        assertThat(first.getList("items")).hasSize(2);
        assertThat(second.getList("items.id")).hasSize(1).doesNotContainAnyElementsOf(first.getList("items.id"));
        story.as("csm")
                .get("/api/v1/in-app-notifications?unread=true&limit=2&cursor=" + first.getString("nextCursor"))
                .then()
                .statusCode(400);
    }

    @Test
    void whoWantsNoBellHasNone() {
        Story story = Story.begin();
        story.awaitState(story.request(), "delivered");

        assertThat(unread(story)).isZero();
    }

    @Test
    void theBellAloneIsEnough() {
        Story story = Story.beginWithBell();
        story.as("csm")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("email", false))
                .put("/api/v1/preferences/" + story.hanako)
                .then()
                .statusCode(200)
                .body("inApp", equalTo(true));
        UUID requestId = story.request();

        awaitUnread(story, 1);
        assertThat(story.delivery(requestId).getString("channel")).isEqualTo("in-app");
        assertThat(Sink.mailsTo(story.mailbox)).isEmpty();
    }

    @Test
    void theSameWishRingsOnceAndABackfillNotAtAll() {
        Story story = Story.beginWithBell();
        UUID requestId = story.request();
        story.request(requestId, Origin.LIVE, List.of());
        story.request(UUID.randomUUID(), Origin.BACKFILL, List.of());
        awaitUnread(story, 1);
        story.request();
        awaitUnread(story, 2);

        assertThat(list(story, "").getList("items")).hasSize(2);
    }

    @Test
    void valuesInOneLanguageDoForBoth() {
        Story story = Story.beginWithBell();
        story.notify(
                new NotificationRequested(
                        story.customer,
                        UUID.randomUUID(),
                        "alert-opened",
                        List.of(story.hanako),
                        Map.of("customerName", "株式会社みのり商店", "title.ja", "利用が大きく減っています"),
                        List.of()),
                Origin.LIVE);
        awaitUnread(story, 1);

        assertThat(list(story, "").getString("items[0].title.en")).contains("利用が大きく減っています");
    }

    @Test
    void whatIsErasedDisappearsFromTheBell() {
        Story story = Story.beginWithBell();
        UUID fact = UUID.randomUUID();
        story.request(UUID.randomUUID(), Origin.LIVE, List.of(fact));
        awaitUnread(story, 1);
        story.notify(new QuotesErased(story.customer, UUID.randomUUID(), List.of(fact)), Origin.LIVE);

        await().atMost(LONG).untilAsserted(() -> {
            JsonPath list = list(story, "");
            assertThat(list.getString("items[0].title.ja")).isEqualTo("(削除済み)");
            assertThat(list.getString("items[0].text.ja")).isEmpty();
        });
    }

    @Test
    void afterNinetyDaysTheyAreForgotten() {
        Story story = Story.beginWithBell();
        story.request();
        story.request();
        awaitUnread(story, 2);
        String old = list(story, "").getString("items[0].id");
        Inspection.update(
                "update in_app_notification set created_at = now() - interval '91 days' where id = ?::uuid", old);
        WorkspaceContext.run(
                story.workspace, () -> assertThat(inbox.forgetSome()).isFalse());

        assertThat(list(story, "").getList("items.id")).hasSize(1).doesNotContain(old);
    }

    @Test
    void itIsToldLiveToItsReaderOnly() {
        Story story = Story.beginWithBell();
        try (Follower hanako = follow(story, "hanako");
                Follower other = follow(story, "ichiro")) {
            await().atMost(LONG).until(() -> hanako.heard("ready") && other.heard("ready"));
            story.request();
            await().atMost(LONG)
                    .until(() -> !hanako.changes("in-app-notification").isEmpty());
            await().atMost(LONG).until(() -> hanako.changes("delivery").size() >= 2);
            await().atMost(LONG).until(() -> other.changes("delivery").size() >= 2);

            assertThat(other.changes("in-app-notification")).isEmpty();
            assertThat(hanako.events()).noneMatch(event -> event.data().contains("利用"));
        }
    }

    @Test
    void nobodyReadsAnothersBell() {
        Story story = Story.beginWithBell();
        story.request();
        awaitUnread(story, 1);
        String id = list(story, "").getString("items[0].id");
        Story stranger = Story.beginWithBell();

        stranger.as("admin")
                .contentType(ContentType.JSON)
                .post("/api/v1/in-app-notifications/" + id + "/read")
                .then()
                .statusCode(404);
        stranger.as("admin")
                .get("/api/v1/in-app-notifications")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("nextCursor", nullValue());
        assertThat(unread(story)).isEqualTo(1);
    }

    private static Follower follow(Story story, String user) {
        return new Follower(RestAssured.port, Tokens.of(user, story.workspace, "csm"), null);
    }

    private static void awaitUnread(Story story, int count) {
        await().atMost(LONG).untilAsserted(() -> assertThat(unread(story)).isEqualTo(count));
    }

    private static int unread(Story story) {
        return story.as("csm")
                .get("/api/v1/in-app-notifications/unread-count")
                .then()
                .statusCode(200)
                .extract()
                .path("count");
    }

    private static JsonPath list(Story story, String query) {
        return story.as("csm")
                .get("/api/v1/in-app-notifications" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> channelsDelivered(Story story, UUID requestId) {
        return story.as("csm")
                .get("/api/v1/deliveries?state=delivered&requestId=" + requestId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.channel");
    }
}
