package dev.minori.simulators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    @Test
    void everyCharacterIsEscapedAsAnotherWriterDoes() {
        StringBuilder all = new StringBuilder("みのり🌾");
        for (char c = 0; c < 0x300; c++) {
            all.append(c);
        }
        assertThat(new JsonBytes(1).string(all.toString())).hasToString(Json.text(all.toString()));
        assertThat(new JsonBytes(1).string("")).hasToString("\"\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, -7, 10, 99, 100, -100, 1_234_567_890_123L, Long.MAX_VALUE, Long.MIN_VALUE})
    void wholeNumbersAreWrittenWithAllTheirDigits(long number) {
        assertThat(new JsonBytes(1).number(number)).hasToString(String.valueOf(number));
    }

    @Test
    void instantsAreWrittenToTheMillisecondOrTheSecond() {
        long instant = Instant.parse("2026-03-31T01:02:03.045Z").toEpochMilli();
        assertThat(new JsonBytes(1).millis(instant, JsonBytes.ascii("+0000")))
                .hasToString("\"2026-03-31T01:02:03.045+0000\"");
        assertThat(new JsonBytes(1).seconds(instant, JsonBytes.ascii("Z"))).hasToString("\"2026-03-31T01:02:03Z\"");
        assertThat(new JsonBytes(1).millis(-1, JsonBytes.ascii("Z"))).hasToString("\"1969-12-31T23:59:59.999Z\"");
    }

    @Test
    void membersBecomeAnObjectHoweverManyThereAre() {
        JsonBytes json = new JsonBytes(1).raw('[');
        int start = json.size();
        json.braced(start).raw(',');
        start = json.size();
        json.raw(JsonBytes.member("a\"b")).flag(true).raw(JsonBytes.member("c")).nothing();
        assertThat(json.braced(start).raw(']')).hasToString("[{},{\"a\\\"b\":true,\"c\":null}]");
    }

    @Test
    void aHeadGoesInFrontOfWhatWasWrittenWithoutCopyingIt() {
        JsonBytes json = new JsonBytes(4, 1).number(12.5);
        assertThat(text(json.whole())).isEqualTo("12.5");
        assertThat(text(json.after(JsonBytes.ascii("[")))).isEqualTo("[12.5");
        byte[] tooLong = JsonBytes.ascii("12345");
        assertThatThrownBy(() -> json.after(tooLong)).isInstanceOf(IllegalStateException.class);
    }
}
