package dev.minori.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.events.Origin;
import dev.minori.notification.testing.NotificationSurroundings;
import dev.minori.notification.testing.Sink;
import dev.minori.notification.testing.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the topic to the mailbox and back, over a real broker, database and mail server. */
@QuarkusTest
@QuarkusTestResource(NotificationSurroundings.class)
class MailComponentTest {
    private static final Duration LONG = Duration.ofSeconds(120);

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

        awaitState(story, later, "delivered");
        awaitState(story, requestId, "delivered");
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
        assertThat(delivery.getString("language")).isEqualTo("ja");
        assertThat(delivery.getString("address")).isEqualTo(story.mailbox);
        assertThat(delivery.getInt("attempts")).isEqualTo(1);
        assertThat(delivery.getString("attemptList[0].outcome")).isEqualTo("accepted");
        assertThat(delivery.getInt("attemptList[0].code")).isEqualTo(250);
        assertThat(delivery.getString("attemptList[0].handoverAt")).isNotNull();
    }

    private static void awaitState(Story story, UUID requestId, String state) {
        await("delivery " + requestId + " " + state)
                .atMost(LONG)
                .untilAsserted(() ->
                        assertThat(story.delivery(requestId).getString("state")).isEqualTo(state));
    }
}
