package dev.minori.simulators.salesforce.soql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeDatesTest {

    /** Today is Wednesday 2026-03-18. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    @ParameterizedTest
    @CsvSource({
        "TODAY,1,2026-03-18,2026-03-19",
        "YESTERDAY,1,2026-03-17,2026-03-18",
        "N_DAYS_AGO,3,2026-03-15,2026-03-16",
        "LAST_N_DAYS,7,2026-03-11,2026-03-19",
        "NEXT_N_DAYS,2,2026-03-19,2026-03-21",
        "THIS_WEEK,1,2026-03-15,2026-03-22",
        "LAST_WEEK,1,2026-03-08,2026-03-15",
        "THIS_MONTH,1,2026-03-01,2026-04-01",
        "LAST_N_MONTHS,2,2026-01-01,2026-03-01",
        "THIS_QUARTER,1,2026-01-01,2026-04-01",
        "NEXT_QUARTER,1,2026-04-01,2026-07-01",
        "THIS_YEAR,1,2026-01-01,2027-01-01",
        "THIS_FISCAL_YEAR,1,2025-04-01,2026-04-01",
        "NEXT_FISCAL_YEAR,1,2026-04-01,2027-04-01",
        "LAST_N_FISCAL_YEARS,2,2023-04-01,2025-04-01",
        "N_FISCAL_YEARS_AGO,1,2024-04-01,2025-04-01",
        "LAST_FISCAL_QUARTER,1,2025-10-01,2026-01-01",
        "N_WEEKS_AGO,1,2026-03-08,2026-03-15",
        "N_MONTHS_AGO,2,2026-01-01,2026-02-01",
        "N_QUARTERS_AGO,1,2025-10-01,2026-01-01",
        "N_YEARS_AGO,3,2023-01-01,2024-01-01"
    })
    void rangesAreThoseOfTheReference(String literal, int n, LocalDate first, LocalDate end) {
        assertThat(RelativeDates.range(literal, n, TODAY)).isEqualTo(new RelativeDates.Range(first, end));
    }
}
