package dev.minori.simulators.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralsTest {

    @Test
    void everyKindOfValueBecomesALiteral() throws SQLException {
        assertThat(Literals.inline(
                        "a = ? and b = ? and c = ? and d = ? and e = ?",
                        List.of(
                                true,
                                new BigDecimal("-1.5"),
                                LocalDate.of(2026, 3, 31),
                                Instant.parse("2026-03-31T00:00:00Z"),
                                List.of("x", "y'z"))))
                .isEqualTo("a = true and b = (-1.5) and c = date '2026-03-31' and d = timestamptz"
                        + " '2026-03-31T00:00:00Z' and e = array['x','y''z']::text[]");
    }

    @Test
    void quotesInValuesCannotEndTheLiteral() throws SQLException {
        assertThat(Literals.inline("a = ?", List.of("'; drop table x; --"))).isEqualTo("a = '''; drop table x; --'");
    }

    @Test
    void questionMarksInNamesAndTextsAreLeftAlone() throws SQLException {
        assertThat(Literals.inline("\"od?d\" = '?' and a = ?", List.of("v"))).isEqualTo("\"od?d\" = '?' and a = 'v'");
    }

    @Test
    void leftOverParametersAreRefused() {
        assertThatThrownBy(() -> Literals.inline("a = 1", List.of("v"))).isInstanceOf(SQLException.class);
    }
}
