package dev.minori.scoring.portfolio.rest;

import dev.minori.scoring.portfolio.FiscalPeriod;
import dev.minori.scoring.portfolio.MrrMovements;
import dev.minori.scoring.portfolio.MrrMovements.Kind;
import dev.minori.scoring.portfolio.MrrMovements.Rate;
import dev.minori.scoring.portfolio.Portfolio.Figure;
import dev.minori.scoring.portfolio.Portfolio.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How recurring revenue moved, period by period. Amounts are minor units of the currency.
 *
 * @param at when it was computed
 * @param otherCurrencies what is paid in these is not in the amounts
 * @param comparison of the periods it is compared with; empty if none were asked for
 */
public record MovementsView(
        Instant at, String currency, List<String> otherCurrencies, List<Period> periods, List<Period> comparison) {
    public MovementsView {
        otherCurrencies = List.copyOf(otherCurrencies);
        periods = List.copyOf(periods);
        comparison = List.copyOf(comparison);
    }

    /**
     * A period.
     *
     * @param to its last day
     * @param planned whether it is not over: what is told of days to come follows from contracts as they stand
     * @param startMinor on the day before it
     * @param endMinor on its last day; start plus all movements
     * @param startList the customers who bring in what is there at its start
     * @param endList the customers who bring in what is there at its end
     * @param joinedAndLeft customers who began and ended within it; part of no movement
     * @param reconstructedCustomers customers whose movement lies before anything was known of their contract
     * @param netRetention NRR, closed cohort: start, plus expansion, less contraction and churn, over start
     * @param grossRetention GRR: the same without expansion
     * @param customerChurn customers lost over customers at the start
     * @param quickRatio new and expansion over contraction and churn
     */
    public record Period(
            String label,
            int fiscalYear,
            LocalDate from,
            LocalDate to,
            boolean planned,
            long startMinor,
            long endMinor,
            long startCustomers,
            long endCustomers,
            String startList,
            String endList,
            List<Movement> movements,
            long joinedAndLeft,
            long reconstructedCustomers,
            Rate netRetention,
            Rate grossRetention,
            Rate customerChurn,
            Rate quickRatio) {
        public Period {
            movements = List.copyOf(movements);
        }
    }

    /**
     * What moved in one way; negative for losses.
     *
     * @param list the customers behind it
     */
    public record Movement(Kind kind, long minor, long customers, String list) {}

    static MovementsView of(Figures<MrrMovements> figures, PortfolioParameters asked) {
        return new MovementsView(
                figures.moment().now(),
                figures.currency(),
                figures.otherCurrencies(),
                figures.periods().stream()
                        .map(figure -> period(figure, figures, asked))
                        .toList(),
                figures.comparison().stream()
                        .map(figure -> period(figure, figures, asked))
                        .toList());
    }

    private static Period period(
            Figure<MrrMovements> figure, Figures<MrrMovements> figures, PortfolioParameters asked) {
        FiscalPeriod period = figure.period();
        MrrMovements moved = figure.value();
        return new Period(
                period.label(),
                period.fiscalYear(),
                period.from(),
                period.to(),
                !period.to().isBefore(figures.today()),
                moved.startMinor(),
                moved.endMinor(),
                moved.startCustomers(),
                moved.endCustomers(),
                payers(period.from().minusDays(1), figures, asked),
                payers(period.to(), figures, asked),
                moved.allMoves().entrySet().stream()
                        .map(move -> new Movement(
                                move.getKey(),
                                move.getValue().minor(),
                                move.getValue().customers(),
                                Links.to("/portfolio/mrr-movements/customers", asked)
                                        .with("from", period.firstMonth())
                                        .with("to", period.lastMonth())
                                        .with("kind", move.getKey())
                                        .with("currency", figures.currency())
                                        .text()))
                        .toList(),
                moved.joinedAndLeft(),
                moved.reconstructed(),
                moved.netRetention(),
                moved.grossRetention(),
                moved.customerChurn(),
                moved.quickRatio());
    }

    private static String payers(LocalDate on, Figures<MrrMovements> figures, PortfolioParameters asked) {
        return Links.to("/portfolio/mrr/customers", asked)
                .with("on", on)
                .with("currency", figures.currency())
                .text();
    }
}
