package dev.minori.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.minori.events.CustomerFactEvent;
import dev.minori.events.DeliveryEvent;
import dev.minori.events.DirectoryEvent;
import dev.minori.events.Envelope;
import dev.minori.events.MessageKey;
import dev.minori.events.Origin;
import dev.minori.kit.testing.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-00000000abcd");

    private static final Envelope<DeliveryEvent> FAILED = new Envelope<>(
            ID,
            Tokens.MINORI_DEMO,
            MessageKey.customer(Tokens.MINORI_DEMO, ID),
            3,
            Instant.parse("2026-04-01T00:00:00.123456Z"),
            Origin.LIVE,
            false,
            null,
            null,
            new DeliveryEvent.DeliveryChanged(
                    ID,
                    ID,
                    ID,
                    ID,
                    "email",
                    DeliveryEvent.State.FAILED,
                    2,
                    Instant.parse("2026-04-01T00:00:00Z"),
                    "宛先不明"));

    @Test
    void envelopeSurvivesTheWay() throws IOException {
        byte[] bytes = EventJson.write(FAILED);
        assertThat(EventJson.read(bytes, DeliveryEvent.class)).isEqualTo(FAILED);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("\"2026-04-01T00:00:00.123456Z\"", "\"type\":\"delivery-changed.v1\"", "宛先不明");
    }

    @Test
    void whatIsNewIsIgnored() throws IOException {
        String newer = text(FAILED)
                .replace("\"attempts\":2", "\"attempts\":2,\"region\":\"東京\"")
                .replace("\"origin\":", "\"shard\":{\"no\":1},\"origin\":");
        assertThat(newer).contains("region", "shard");
        assertThat(EventJson.read(bytes(newer), DeliveryEvent.class)).isEqualTo(FAILED);
    }

    @Test
    void whatIsMissingOrNullFailsUnlessItMayBe() {
        String written = text(FAILED);
        String[] broken = {
            written.replace("\"deliveryId\":\"" + ID + "\",", ""),
            written.replace("\"deliveryId\":\"" + ID + "\"", "\"deliveryId\":null"),
            written.replace("\"attempts\":2,", ""),
            written.replace("\"attempts\":2", "\"attempts\":null"),
            written.replace("\"keySequence\":3,", ""),
            written.replace("\"mustUnderstand\":false,", ""),
        };
        for (String json : broken) {
            assertThat(json).isNotEqualTo(written);
            assertThatThrownBy(() -> EventJson.read(bytes(json), DeliveryEvent.class))
                    .as(json)
                    .isInstanceOf(MismatchedInputException.class);
        }
    }

    @Test
    void unknownTypeAndConstantAreNotGuessed() {
        assertThatThrownBy(() -> EventJson.read(
                        bytes(text(FAILED).replace("delivery-changed.v1", "delivery-changed.v9")), DeliveryEvent.class))
                .isInstanceOf(InvalidTypeIdException.class);
        assertThatThrownBy(() ->
                        EventJson.read(bytes(text(FAILED).replace("\"failed\"", "\"exploded\"")), DeliveryEvent.class))
                .isInstanceOf(MismatchedInputException.class);
        assertThatThrownBy(() -> EventJson.read(bytes(text(FAILED).replace("\"failed\"", "1")), DeliveryEvent.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void anotherTopicsEventIsUnknown() {
        assertThatThrownBy(() -> EventJson.read(bytes(text(FAILED)), CustomerFactEvent.class))
                .isInstanceOf(InvalidTypeIdException.class);
        assertThatThrownBy(() -> EventJson.read(bytes(text(FAILED)), DirectoryEvent.class))
                .isInstanceOf(InvalidTypeIdException.class);
    }

    private static String text(Envelope<?> envelope) {
        return new String(EventJson.write(envelope), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
