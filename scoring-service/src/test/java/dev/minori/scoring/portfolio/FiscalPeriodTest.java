package dev.minori.scoring.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.scoring.portfolio.FiscalPeriod.Length;
import dev.minori.scoring.portfolio.MrrMovements.Kind;
import dev.minori.scoring.portfolio.MrrMovements.Move;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiscalPeriodTest {
    @Test
    void aYearThatBeginsInAprilHasItsQuartersFromThere() {
        List<FiscalPeriod> quarters =
                FiscalPeriod.between(YearMonth.of(2026, 11), YearMonth.of(2027, 4), Length.QUARTER, 4);

        assertThat(quarters).extracting(FiscalPeriod::label).containsExactly("2026-Q3", "2026-Q4", "2027-Q1");
        assertThat(quarters.getFirst().from()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(quarters.getFirst().to()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(quarters.get(1).fiscalYear()).isEqualTo(2026);
    }

    @Test
    void halvesYearsAndMonthsAreNamed() {
        YearMonth february = YearMonth.of(2027, 2);
        assertThat(FiscalPeriod.between(february, february, Length.HALF, 4).getFirst())
                .isEqualTo(new FiscalPeriod("2026-H2", 2026, YearMonth.of(2026, 10), YearMonth.of(2027, 3)));
        assertThat(FiscalPeriod.between(february, february, Length.YEAR, 4).getFirst())
                .isEqualTo(new FiscalPeriod("2026", 2026, YearMonth.of(2026, 4), YearMonth.of(2027, 3)));
        assertThat(FiscalPeriod.between(february, february, Length.MONTH, 4).getFirst())
                .isEqualTo(new FiscalPeriod("2027-02", 2026, february, february));
        assertThat(FiscalPeriod.between(february, february, Length.YEAR, 1)
                        .getFirst()
                        .fiscalYear())
                .isEqualTo(2027);
    }

    @Test
    void retentionFollowsItsFormulasAndHasNoValueWithoutAStart() {
        MrrMovements moved = new MrrMovements(
                1_000,
                10,
                9,
                Map.of(
                        Kind.NEW, new Move(500, 2),
                        Kind.EXPANSION, new Move(200, 1),
                        Kind.CONTRACTION, new Move(-100, 1),
                        Kind.CHURN, new Move(-300, 3),
                        Kind.REACTIVATION, new Move(50, 1)),
                0,
                0);

        assertThat(moved.endMinor()).isEqualTo(1_350);
        assertThat(moved.netRetention().value()).isEqualTo(0.8);
        assertThat(moved.grossRetention().value()).isEqualTo(0.6);
        assertThat(moved.customerChurn().value()).isEqualTo(0.3);
        assertThat(moved.quickRatio().value()).isEqualTo(1.75);
        MrrMovements nothing = new MrrMovements(0, 0, 0, Map.of(), 0, 0);
        assertThat(nothing.netRetention().value()).isNull();
        assertThat(nothing.netRetention().reason()).isEqualTo("nothing-at-start");
        assertThat(nothing.quickRatio().reason()).isEqualTo("nothing-lost");
    }
}
