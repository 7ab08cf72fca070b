package dev.minori.scoring.portfolio.rest;

import dev.minori.scoring.portfolio.FiscalPeriod;
import dev.minori.scoring.portfolio.Portfolio.Figure;
import dev.minori.scoring.portfolio.Portfolio.Figures;
import dev.minori.scoring.portfolio.PortfolioStore.Dated;
import dev.minori.scoring.portfolio.PortfolioStore.Ending;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Contracts that end and deadlines to give notice, period by period. */
public record EndingsView(
        Instant at, String currency, List<String> otherCurrencies, List<Period> periods, List<Period> comparison) {
    public EndingsView {
        otherCurrencies = List.copyOf(otherCurrencies);
        periods = List.copyOf(periods);
        comparison = List.copyOf(comparison);
    }

    /**
     * A period.
     *
     * @param to its last day
     * @param endings contracts whose last day lies in it
     * @param noticeDeadlines contracts whose last day to give notice lies in it; cancelled ones left out
     */
    public record Period(
            String label, int fiscalYear, LocalDate from, LocalDate to, Contracts endings, Contracts noticeDeadlines) {}

    /**
     * Contracts with a date in the period.
     *
     * @param mrrMinor in minor units of the currency
     * @param withoutMrr contracts without an amount in it
     * @param list the list that holds exactly these contracts
     */
    public record Contracts(
            long contracts, long customers, long mrrMinor, long withoutMrr, long autoRenewing, String list) {}

    static EndingsView of(Figures<Ending> figures, PortfolioParameters asked) {
        return new EndingsView(
                figures.moment().now(),
                figures.currency(),
                figures.otherCurrencies(),
                figures.periods().stream().map(figure -> period(figure, asked)).toList(),
                figures.comparison().stream()
                        .map(figure -> period(figure, asked))
                        .toList());
    }

    private static Period period(Figure<Ending> figure, PortfolioParameters asked) {
        FiscalPeriod period = figure.period();
        return new Period(
                period.label(),
                period.fiscalYear(),
                period.from(),
                period.to(),
                contracts(figure.value().endings(), period, "lastDay", asked),
                contracts(figure.value().deadlines(), period, "noticeDeadline", asked));
    }

    private static Contracts contracts(Dated dated, FiscalPeriod period, String filter, PortfolioParameters asked) {
        return new Contracts(
                dated.contracts(),
                dated.customers(),
                dated.mrrMinor(),
                dated.withoutMrr(),
                dated.autoRenewing(),
                Links.to("/contracts", asked)
                        .with(filter + "From", period.from())
                        .with(filter + "To", period.to())
                        .text());
    }
}
