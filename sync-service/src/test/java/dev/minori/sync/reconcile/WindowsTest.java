package dev.minori.sync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.sync.source.Window;
import dev.minori.sync.source.WindowCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = TUESDAY.plus(Duration.ofDays(1));

    @Test
    void onlyWindowsWithAnotherCountDifferAlsoThoseThatAreEmptyThere() {
        List<WindowCount> there = List.of(count(MONDAY, 5), count(TUESDAY, 7));

        assertThat(Windows.differing(there, Map.of(MONDAY, 5L, TUESDAY, 6L, WEDNESDAY, 1L), WindowsTest::day))
                .containsExactly(count(TUESDAY, 7), count(WEDNESDAY, 0));
        assertThat(Windows.differing(there, Map.of(MONDAY, 5L, TUESDAY, 7L), WindowsTest::day))
                .isEmpty();
        assertThat(Windows.differing(there, Map.of(MONDAY, 5L), WindowsTest::day))
                .containsExactly(count(TUESDAY, 7));
    }

    @Test
    void aSourceThatCountsOnlyEverythingIsComparedWithEverything() {
        List<WindowCount> there = List.of(new WindowCount(Window.ALL, 6));

        assertThat(Windows.differing(there, Map.of(MONDAY, 5L, TUESDAY, 1L), WindowsTest::day))
                .isEmpty();
        assertThat(Windows.differing(there, Map.of(MONDAY, 5L), WindowsTest::day))
                .isEqualTo(there);
    }

    private static WindowCount count(Instant from, long records) {
        return new WindowCount(day(from), records);
    }

    private static Window day(Instant from) {
        return new Window(from, from.plus(Duration.ofDays(1)));
    }
}
