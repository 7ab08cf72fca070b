package dev.minori.sync.raw.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static final Map<String, SourceValue> VALUES = Map.of(
            "会社名", new SourceValue.Text("みのり\"商事\n"),
            "月額", new SourceValue.Numeric(new BigDecimal("120000.5")),
            "解約済", new SourceValue.Flag(true),
            "終了日", new SourceValue.Day(LocalDate.of(2026, 3, 31)),
            "更新日時", new SourceValue.Moment(Instant.parse("2026-03-31T00:00:00Z")),
            "製品", new SourceValue.Texts(List.of("基本", "")),
            "明細", new SourceValue.Structure("[{\"id\":\"1\"}]"),
            "備考", new SourceValue.Unreadable("a\u0000\uD83D\\\"髙", SourceType.TEXT));

    @Test
    void everyKindOfValueIsReadBackAsItWas() {
        assertThat(CanonicalJson.read(CanonicalJson.write(VALUES))).isEqualTo(VALUES);
    }

    @Test
    void theOrderOfFieldsDoesNotMatter() {
        Map<String, SourceValue> reversed = new LinkedHashMap<>();
        VALUES.keySet().stream().sorted((a, b) -> b.compareTo(a)).forEach(code -> reversed.put(code, VALUES.get(code)));
        assertThat(CanonicalJson.hash(CanonicalJson.write(reversed)))
                .isEqualTo(CanonicalJson.hash(CanonicalJson.write(VALUES)));
    }

    @Test
    void theBytesAreCleanUtf8() {
        byte[] bytes = CanonicalJson.write(VALUES);
        assertThat(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(bytes);
        assertThat(bytes).doesNotContain((byte) 0);
    }
}
