package dev.minori.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.minori.kit.testing.Inspection;
import dev.minori.notification.testing.NotificationSurroundings;
import dev.minori.notification.testing.Sink;
import dev.minori.notification.testing.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms behind webhooks, over a real HTTP connection. */
@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class ChannelComponentTest {
    private Story story;
    private final String hook = "hook" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void begin() {
        story = Story.begin();
    }

    @AfterEach
    void heal() {
        Sink.healthy();
    }

    @Test
    void aNotificationIsPostedOnceToTheRoomAndMailedToNobody() {
        String room = chooseRoom();
        UUID requestId = story.request();

        var delivery = story.awaitState(requestId, "delivered");
        assertThat(delivery.getString("channel")).isEqualTo("slack");
        assertThat(delivery.getString("recipientId")).isEqualTo(room);
        assertThat(delivery.getString("address")).isEqualTo("#cs-東日本");
        assertThat(Sink.postsTo(hook))
                .singleElement()
                .satisfies(post -> assertThat(post.path("body").asText())
                        .contains("*株式会社みのり商店様: 利用が大きく減っています*")
                        .contains("&gt; 見積もりをお願いします"));
        assertThat(Sink.mailsTo(story.mailbox)).isEmpty();
    }

    @Test
    void tooManyPostsWaitAsLongAsTheyAreAsked() {
        chooseRoom();
        Sink.hookFault("{\"status\": 429, \"retryAfter\": \"12\", \"times\": 1}");
        UUID requestId = story.request();

        var waiting = story.awaitState(requestId, "retry");
        assertThat(waiting.getInt("attemptList[0].code")).isEqualTo(429);
        var ended = Instant.parse(waiting.getString("attemptList[0].endedAt"));
        assertThat(Instant.parse(waiting.getString("dueAt"))).isAfterOrEqualTo(ended.plusSeconds(12));
        story.awaitState(requestId, "delivered");
        assertThat(Sink.postsTo(hook)).hasSize(1);
    }

    @Test
    void aRoomThatIsGoneIsDisabledAndSaysWhy() {
        String room = chooseRoom();
        Sink.hookFault("{\"status\": 404, \"times\": 1}");

        assertThat(story.awaitState(story.request(), "failed").getString("reason.detail"))
                .startsWith("HTTP 404");
        story.as("viewer")
                .get("/api/v1/channels/" + room)
                .then()
                .body("enabled", equalTo(false))
                .body("disabledReason", containsString("404"));
        assertThat(story.awaitState(story.request(), "suppressed").getString("reason.code"))
                .isEqualTo("channel-disabled");
    }

    @Test
    void theAddressIsNeverShownAndNeverStoredReadable() {
        String room = createRoom();
        story.as("integrator")
                .get("/api/v1/channels/" + room)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("webhookUrl")))
                .body(not(containsString(hook)))
                .body("host", equalTo("127.0.0.1"));

        assertThat(Inspection.texts("select encode(address, 'escape') from messaging_channel where id = ?::uuid", room))
                .singleElement()
                .asString()
                .isNotEmpty()
                .doesNotContain("hooks", hook);
    }

    @Test
    void aTestMessageTellsWhatCameOfIt() {
        String room = createRoom();
        for (int i = 0; i < 2; i++) {
            story.as("integrator")
                    .header("Idempotency-Key", "test-1")
                    .post("/api/v1/channels/" + room + "/test")
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("accepted"));
        }
        assertThat(Sink.postsTo(hook)).as("once for a key").hasSize(1);

        Sink.hookFault("{\"status\": 403, \"times\": 1}");
        story.as("integrator")
                .post("/api/v1/channels/" + room + "/test")
                .then()
                .body("outcome", equalTo("refused"))
                .body("detail", containsString("403"));
    }

    @Test
    void addressesInsideAreRefusedWithoutRepeatingThem() {
        for (String url : List.of(
                "http://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://user:geheim@hooks.slack.com/services/x",
                "ftp://hooks.slack.com/x",
                "file:///etc/passwd",
                "not a url geheim",
                "")) {
            story.as("admin")
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", "内側", "webhookUrl", url))
                    .post("/api/v1/channels")
                    .then()
                    .statusCode(422)
                    .body("type", endsWith("/refused-webhook-address"))
                    .body("errors[0].pointer", equalTo("/webhookUrl"))
                    .body(not(containsString("geheim")));
        }
    }

    @Test
    void changesNeedTheVersionThatWasSeen() {
        String room = createRoom();
        Map<String, Object> change = new HashMap<>(Map.of("name", "#cs-西日本", "enabled", false));
        story.as("admin")
                .contentType(ContentType.JSON)
                .body(change)
                .put("/api/v1/channels/" + room)
                .then()
                .statusCode(428);
        story.as("admin")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(change)
                .put("/api/v1/channels/" + room)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("#cs-西日本"))
                .body("enabled", equalTo(false));
        story.as("csm").delete("/api/v1/channels/" + room).then().statusCode(403);
        story.as("admin")
                .header("If-Match", "\"1\"")
                .delete("/api/v1/channels/" + room)
                .then()
                .statusCode(412);
        story.as("admin")
                .header("If-Match", "\"2\"")
                .delete("/api/v1/channels/" + room)
                .then()
                .statusCode(204);
        story.as("admin").get("/api/v1/channels/" + room).then().statusCode(404);
    }

    private String createRoom() {
        return story.as("integrator")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "#cs-東日本", "webhookUrl", Sink.hookUrl(hook)))
                .post("/api/v1/channels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void roomsAndPeopleComeInPagesByName() {
        createRoom();
        createRoom();

        for (String list : List.of("channels", "recipients")) {
            List<String> whole =
                    story.as("viewer").get("/api/v1/" + list).jsonPath().getList("items.name", String.class);
            List<String> walked = new ArrayList<>();
            String cursor = null;
            do {
                RequestSpecification request = story.as("viewer").queryParam("limit", 1);
                JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                        .get("/api/v1/" + list)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                walked.addAll(page.getList("items.name", String.class));
                cursor = page.getString("nextCursor");
            } while (cursor != null);
            assertThat(walked).as(list).isNotEmpty().isEqualTo(whole);
        }
    }

    private String chooseRoom() {
        String room = createRoom();
        story.as("manager")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("email", false, "slackChannelIds", List.of(room)))
                .put("/api/v1/preferences/" + story.hanako)
                .then()
                .statusCode(200);
        return room;
    }
}
