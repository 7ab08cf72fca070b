package dev.minori.kit.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.events.MessageKey;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits is shown, and replayed once for a key. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class ParkedMessagesComponentTest {
    private static final String REPLAYS = "/api/v1/parked-messages/{channel}/{key}/replays";

    private final UUID workspace = UUID.randomUUID();

    @Inject
    MessageIntake intake;

    @Inject
    NoteTakingChannel channel;

    @BeforeEach
    void forget() {
        channel.reset();
    }

    @Test
    void replayOfWhatIsNotParkedIsNotFound() {
        UUID customer = UUID.randomUUID();
        assertThat(replayStatus(channel.name(), key(customer))).isEqualTo(404);
        park(customer);

        assertThat(replayStatus("no-such-channel", key(customer))).isEqualTo(404);
        assertThat(replayStatus(channel.name(), key(customer))).isEqualTo(200);
    }

    @Test
    void repeatedReplayGivesTheAnswerOfTheFirst() {
        UUID customer = UUID.randomUUID();
        park(customer);
        channel.poison("");

        for (int i = 0; i < 2; i++) {
            Response answer =
                    asAdmin().header("Idempotency-Key", "replay-1").post(REPLAYS, channel.name(), key(customer));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.jsonPath().getInt("applied")).isEqualTo(1);
            assertThat(answer.jsonPath().getBoolean("freed")).isTrue();
        }
        assertThat(replayStatus(channel.name(), key(customer)))
                .as("the control: it is parked no longer")
                .isEqualTo(404);
        assertThat(channel.textsOf(workspace)).containsExactly("毒");
    }

    private void park(UUID customer) {
        channel.poison("毒");
        intake.receive(channel, AlertMessages.received(workspace, customer, 1, "毒"));
    }

    private String key(UUID customer) {
        return MessageKey.customer(workspace, customer);
    }

    private int replayStatus(String channelName, String key) {
        return asAdmin().post(REPLAYS, channelName, key).statusCode();
    }

    private RequestSpecification asAdmin() {
        return given().header("Authorization", "Bearer " + Tokens.of("admin", workspace, "admin"));
    }
}
