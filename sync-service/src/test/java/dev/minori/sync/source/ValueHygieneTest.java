package dev.minori.sync.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueHygieneTest {

    @ParameterizedTest
    @ValueSource(strings = {"NA", "null", "NULL", "None", "#N/A", " ", "髙﨑", "👩‍👩‍👧"})
    void textStaysAsItIs(String text) {
        assertThat(ValueHygiene.read(text, SourceType.TEXT)).isEqualTo(new SourceValue.Text(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\uD83D", "\uDE00\uD83D"})
    void textThatNoDatabaseHoldsIsUnreadable(String text) {
        assertThat(ValueHygiene.read(text, SourceType.TEXT))
                .isEqualTo(new SourceValue.Unreadable(text, SourceType.TEXT));
    }

    @ParameterizedTest
    @CsvSource({"1.0E7, 10000000", "0010.500, 10.5", "-0, 0", "120000, 120000"})
    void equalNumbersHaveOneSpelling(String raw, BigDecimal expected) {
        assertThat(ValueHygiene.read(raw, SourceType.NUMBER)).isEqualTo(new SourceValue.Numeric(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"応相談", "1e131072", "1E400", "NaN", "1,000", "１０"})
    void whatIsNoNumberInRangeIsUnreadable(String raw) {
        assertThat(ValueHygiene.read(raw, SourceType.NUMBER))
                .isEqualTo(new SourceValue.Unreadable(raw, SourceType.NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-29", "+10000-01-01", "0000-01-01", "-4713-01-01", "2026/03/31"})
    void daysThatDoNotExistAreUnreadable(String raw) {
        assertThat(ValueHygiene.read(raw, SourceType.DAY)).isEqualTo(new SourceValue.Unreadable(raw, SourceType.DAY));
    }

    @Test
    void bothSpellingsOfSalesforceAreTheSameMoment() {
        SourceValue expected = new SourceValue.Moment(Instant.parse("2026-03-31T01:02:03Z"));
        assertThat(ValueHygiene.read("2026-03-31T01:02:03.000+0000", SourceType.MOMENT))
                .isEqualTo(expected);
        assertThat(ValueHygiene.read("2026-03-31T01:02:03.000Z", SourceType.MOMENT))
                .isEqualTo(expected);
        assertThat(ValueHygiene.read("2026-03-31T10:02:03+09:00", SourceType.MOMENT))
                .isEqualTo(expected);
    }

    @Test
    void finerMomentsThanTheDatabaseKeepsAreUnreadable() {
        assertThat(ValueHygiene.read("9999-12-31T23:59:59.9999999Z", SourceType.MOMENT))
                .isInstanceOf(SourceValue.Unreadable.class);
    }

    @Test
    void aDayIsADay() {
        assertThat(ValueHygiene.read("9999-12-31", SourceType.DAY))
                .isEqualTo(new SourceValue.Day(LocalDate.of(9999, 12, 31)));
    }
}
