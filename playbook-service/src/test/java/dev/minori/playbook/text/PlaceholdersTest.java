package dev.minori.playbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private final Placeholders values = Placeholders.of(
            "株式会社みのり製作所", "00000313", Map.of("deadline", "2026-12-31", "version", "2026-12-31-2", "text", "一行\n二行"));

    @Test
    void aDayIsWrittenAsReadersOfTheLanguageWriteIt() {
        assertThat(new LocalText("期限({evidence.deadline})", "due by {evidence.deadline}").fill(values))
                .isEqualTo(new LocalText("期限(2026/12/31)", "due by 2026-12-31"));
    }

    @Test
    void whatOnlyLooksLikeADayStays() {
        assertThat(LocalText.same("{evidence.version}").fill(values)).isEqualTo(LocalText.same("2026-12-31-2"));
    }

    @Test
    void aMissingValueIsADashAndALineBreakNeverReachesATitle() {
        assertThat(LocalText.same("{customer}: {evidence.gone}, {evidence.text}")
                        .fill(values))
                .isEqualTo(LocalText.same("株式会社みのり製作所: ―, 一行 二行"));
    }
}
