package dev.minori.sync.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void readsWhatIsUtf8AsItIs() {
        String text = "株式会社みのり 𠮷野家 👩‍🌾";

        assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void keepsEveryStrayByteAsHalfASurrogatePair() {
        byte[] bytes = {'a', (byte) 0xe6, (byte) 0xa0, 'x', (byte) 0xff, 'z', (byte) 0xe6};

        String text = Utf8.decode(bytes);

        assertThat(text).isEqualTo("a\uDCE6\uDCA0x\uDCFFz\uDCE6");
        assertThat(ValueHygiene.read(text, SourceType.TEXT)).isInstanceOf(SourceValue.Unreadable.class);
    }

    @Test
    void theReaderAgreesWhereverItsBufferEnds() throws IOException {
        byte[] bytes = ("株𠮷".repeat(20_000) + "z").getBytes(StandardCharsets.UTF_8);
        bytes[16_384] = (byte) 0xff;
        bytes[50_001] = (byte) 0xfe;
        StringWriter read = new StringWriter();
        try (Reader reader = Utf8.reader(new ByteArrayInputStream(bytes))) {
            reader.transferTo(read);
        }

        assertThat(read.toString()).isEqualTo(Utf8.decode(bytes)).contains("\uDCFF", "\uDCFE");
    }
}
