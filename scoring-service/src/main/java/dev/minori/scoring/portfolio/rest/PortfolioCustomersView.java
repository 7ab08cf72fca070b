package dev.minori.scoring.portfolio.rest;

import dev.minori.events.HealthBand;
import dev.minori.scoring.portfolio.Portfolio;
import dev.minori.scoring.portfolio.PortfolioStore.Cell;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Customers by phase and state.
 *
 * @param at when they were counted
 * @param byBand every state, the worst first
 * @param byPhase phases by name; null stands for customers without one
 * @param cells each phase and state that has customers
 */
public record PortfolioCustomersView(
        Instant at, String currency, Group total, List<Group> byBand, List<Group> byPhase, List<Group> cells) {
    private static final List<HealthBand> WORST_FIRST =
            List.of(HealthBand.AT_RISK, HealthBand.WATCH, HealthBand.GOOD, HealthBand.UNKNOWN);

    public PortfolioCustomersView {
        byBand = List.copyOf(byBand);
        byPhase = List.copyOf(byPhase);
        cells = List.copyOf(cells);
    }

    /**
     * Customers that have something in common.
     *
     * @param mrrMinor in minor units of the currency
     * @param withoutMrr customers whose MRR in the currency is nothing or not known
     * @param list the list that holds exactly these customers
     */
    public record Group(
            @Nullable String phase,
            @Nullable HealthBand band,
            long customers,
            long mrrMinor,
            long withoutMrr,
            String list) {}

    static PortfolioCustomersView of(Portfolio.Customers customers, PortfolioParameters asked) {
        List<Cell> cells = customers.cells();
        List<String> phases =
                cells.stream().map(PortfolioCustomersView::phase).distinct().toList();
        return new PortfolioCustomersView(
                customers.moment().now(),
                customers.currency(),
                group(cells, null, null, asked),
                WORST_FIRST.stream()
                        .map(band -> group(
                                cells.stream()
                                        .filter(cell -> cell.band() == band)
                                        .toList(),
                                null,
                                band,
                                asked))
                        .toList(),
                phases.stream()
                        .map(phase -> group(
                                cells.stream()
                                        .filter(cell -> phase(cell).equals(phase))
                                        .toList(),
                                phase,
                                null,
                                asked))
                        .toList(),
                cells.stream()
                        .map(cell -> group(List.of(cell), phase(cell), cell.band(), asked))
                        .toList());
    }

    private static String phase(Cell cell) {
        return Objects.requireNonNullElse(cell.phase(), "");
    }

    private static Group group(
            Collection<Cell> cells, @Nullable String phase, @Nullable HealthBand band, PortfolioParameters asked) {
        return new Group(
                "".equals(phase) ? null : phase,
                band,
                cells.stream().mapToLong(Cell::customers).sum(),
                cells.stream().mapToLong(Cell::mrrMinor).sum(),
                cells.stream().mapToLong(Cell::withoutMrr).sum(),
                Links.to("/customers", asked)
                        .with("phase", "".equals(phase) ? null : phase)
                        .with("withoutPhase", "".equals(phase) ? "true" : null)
                        .with("band", band)
                        .text());
    }
}
