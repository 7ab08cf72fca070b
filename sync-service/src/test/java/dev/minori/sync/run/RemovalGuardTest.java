package dev.minori.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalGuardTest {
    @ParameterizedTest
    @CsvSource({
        "300, 0, false",
        "300, 1, false",
        "10, 10, false",
        "11, 11, true",
        "300, 50, false",
        "300, 75, false",
        "300, 76, true",
        "100, 51, true",
        "100, 50, false",
        "1000000, 250000, false",
        "1000000, 250001, true",
        "0, 0, false"
    })
    void holdsBackWhatNoOrdinaryDayTakesAway(long known, long missing, boolean suspicious) {
        assertThat(RemovalGuard.isSuspicious(known, missing)).isEqualTo(suspicious);
    }
}
