package dev.minori.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.events.DeliveryEvent.State;
import dev.minori.events.NotificationEvent.NotificationRequested;
import dev.minori.events.Origin;
import dev.minori.notification.testing.NotificationSurroundings;
import dev.minori.notification.testing.Sink;
import dev.minori.notification.testing.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the topic to the mailbox and back, over a real broker, database and mail server. */
@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class MailComponentTest {
    @AfterEach
    void heal() {
        Sink.healthy();
    }

    @Test
    void aRequestBecomesOneMailAndOneDelivery() {
        Story story = Story.begin();
        UUID requestId = story.request();
        story.request(requestId, Origin.LIVE, List.of());
        story.request(requestId, Origin.LIVE, List.of());
        UUID later = story.request();

        story.awaitState(later, "delivered");
        story.awaitState(requestId, "delivered");
        assertThat(Sink.mailsTo(story.mailbox)).hasSize(2);
        var delivery = story.delivery(requestId);
        JsonNode mail = Sink.mailsTo(story.mailbox).stream()
                .filter(each -> each.path("messageId").asText().contains(delivery.getString("id")))
                .findFirst()
                .orElseThrow();
        assertThat(mail.path("messageId").asText()).isEqualTo("<" + delivery.getString("id") + "@minori-demo.example>");
        assertThat(mail.path("subject").asText()).isEqualTo("株式会社みのり商店様: 利用が大きく減っています");
        assertThat(mail.path("text").asText()).contains("佐藤花子さん", "> 見積もりをお願いします", "/alerts/" + requestId, "みのりデモ株式会社");
        assertThat(mail.path("html").asText()).contains("見積もりをお願いします");
        assertThat(story.news(requestId)).singleElement().satisfies(changed -> {
            assertThat(changed.state()).isEqualTo(State.DELIVERED);
            assertThat(changed.memberId()).isEqualTo(story.hanako);
            assertThat(changed.customerId()).isEqualTo(story.customer);
        });
        assertThat(delivery.getString("language")).isEqualTo("ja");
        assertThat(delivery.getString("address")).isEqualTo(story.mailbox);
        assertThat(delivery.getInt("attempts")).isEqualTo(1);
        assertThat(delivery.getString("attemptList[0].outcome")).isEqualTo("accepted");
        assertThat(delivery.getInt("attemptList[0].code")).isEqualTo(250);
        assertThat(delivery.getString("attemptList[0].handoverAt")).isNotNull();
    }

    @Test
    void putOffOnceItArrivesAtTheSecondAttempt() {
        Story story = Story.begin();
        fault(story, "refuse-recipient", 451, 1);
        UUID requestId = story.request();

        var delivery = story.awaitState(requestId, "delivered");
        assertThat(delivery.getInt("attempts")).isEqualTo(2);
        assertThat(delivery.getList("attemptList.outcome")).containsExactly("deferred", "accepted");
        assertThat(delivery.getInt("attemptList[0].code")).isEqualTo(451);
        assertThat(delivery.getString("attemptList[0].handoverAt")).isNull();
        assertThat(Sink.mailsTo(story.mailbox)).hasSize(1);
    }

    @Test
    void aRefusedAddressGetsNothingMoreUntilAPersonLiftsIt() {
        Story story = Story.begin();
        fault(story, "refuse-recipient", 550, 1);
        UUID refused = story.request();
        var delivery = story.awaitState(refused, "failed");
        assertThat(delivery.getString("reason.code")).isEqualTo("address-refused");
        assertThat(story.news(refused)).singleElement().satisfies(changed -> {
            assertThat(changed.state()).isEqualTo(State.FAILED);
            assertThat(changed.reason()).startsWith("address-refused");
        });

        UUID suppressed = story.request();
        assertThat(story.awaitState(suppressed, "suppressed").getString("reason.code"))
                .isEqualTo("address-suppressed");
        story.as("manager")
                .get("/api/v1/recipients/" + story.hanako)
                .then()
                .statusCode(200)
                .body("suppression.code", equalTo(550));

        for (int i = 0; i < 2; i++) {
            story.as("manager")
                    .delete("/api/v1/recipients/" + story.hanako + "/suppression")
                    .then()
                    .statusCode(200)
                    .body("suppression", nullValue());
        }
        story.awaitState(story.request(), "delivered");
        assertThat(Sink.mailsTo(story.mailbox)).hasSize(1);
    }

    @Test
    void aRefusedMessageLeavesTheAddressAlone() {
        Story story = Story.begin();
        fault(story, "refuse-message", 554, 1);

        assertThat(story.awaitState(story.request(), "failed").getString("reason.code"))
                .isEqualTo("message-refused");
        story.awaitState(story.request(), "delivered");
    }

    @Test
    void anAnswerThatNeverComesIsShownAndOnlyAPersonSendsAgain() {
        Story story = Story.begin();
        fault(story, "cut-before-reply", 451, 1);
        UUID requestId = story.request();

        var delivery = story.awaitState(requestId, "unconfirmed");
        String id = delivery.getString("id");
        assertThat(delivery.getString("attemptList[0].outcome")).isEqualTo("unknown");
        assertThat(story.news(requestId))
                .singleElement()
                .satisfies(changed -> assertThat(changed.state()).isEqualTo(State.UNCONFIRMED));
        story.awaitState(story.request(), "delivered"); // the dispatcher has looked again since
        assertThat(story.delivery(requestId).getInt("attempts")).isEqualTo(1);

        story.as("csm").post("/api/v1/deliveries/" + id + "/resend").then().statusCode(200);
        story.awaitState(requestId, "delivered");
        assertThat(Sink.mailsTo(story.mailbox).stream()
                        .filter(mail -> mail.path("messageId").asText().contains(id)))
                .as("once by the cut connection, once by the person, with the same Message-ID")
                .hasSize(2);
        story.as("csm")
                .post("/api/v1/deliveries/" + id + "/resend")
                .then()
                .statusCode(409)
                .body("type", endsWith("/delivery-not-resendable"));
    }

    @Test
    void aConnectionCutAfterTheAnswerIsDelivered() {
        Story story = Story.begin();
        fault(story, "cut-after-reply", 451, 1);
        UUID requestId = story.request();

        story.awaitState(requestId, "delivered");
        assertThat(Sink.mailsTo(story.mailbox)).hasSize(1);
    }

    @Test
    void aTemplateThatIsMissingIsWaitedFor() {
        Story story = Story.begin();
        UUID requestId = UUID.randomUUID();
        story.notify(
                new NotificationRequested(
                        story.customer,
                        requestId,
                        "task-due",
                        List.of(story.hanako),
                        Map.of("customerName", "株式会社みのり商店", "title", "電話する", "dueDate", "2026-12-01"),
                        List.of()),
                Origin.LIVE);
        assertThat(story.awaitState(requestId, "retry").getString("reason.code"))
                .isEqualTo("template-missing");

        story.publish("task-due");
        var delivery = story.awaitState(requestId, "delivered");
        assertThat(delivery.getInt("attempts")).isEqualTo(1);
        assertThat(delivery.getString("subject")).isEqualTo("期限のお知らせ: 電話する（株式会社みのり商店様）");
    }

    private static void fault(Story story, String kind, int code, int times) {
        Sink.mailFault("""
                {"kind": "%s", "code": %d, "times": %d, "to": "%s"}
                """.formatted(kind, code, times, story.mailbox));
    }
}
