package dev.minori.playbook.figure.rest;

import dev.minori.playbook.figure.Period;
import dev.minori.playbook.figure.Periods;
import dev.minori.playbook.figure.WorkCount;
import dev.minori.playbook.figure.WorkFigures;
import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Figures as JSON. */
interface FigureViews {
    /**
     * A number, what it was before, and the list it counts.
     *
     * @param before null without a comparison
     * @param list path and query of the rows behind the number
     */
    record FigureView(long value, @Nullable Long before, String list) {}

    /**
     * A mean.
     *
     * @param days null if there is nothing to take the mean of
     * @param before null without a comparison, or if there was nothing
     */
    record AgeView(@Nullable Double days, @Nullable Double before) {}

    /**
     * The period that was counted.
     *
     * @param to last day, included
     * @param until the instant that "open" is about: the period's end, or the present
     */
    record PeriodView(LocalDate from, LocalDate to, Instant start, Instant until) {
        static PeriodView of(Period period) {
            return new PeriodView(period.from(), period.to(), period.start(), period.end());
        }
    }

    /**
     * Work of one owner, customer or rule.
     *
     * @param id null for what nobody owns, and for the sum
     * @param done completed tasks, closed alerts
     * @param overdue null where nothing is ever due
     */
    record LineView(
            @Nullable UUID id,
            @Nullable LocalText name,
            FigureView open,
            FigureView opened,
            FigureView done,
            @Nullable FigureView overdue,
            AgeView averageAge) {}

    /** All of them, most open first, and their sum. */
    record FiguresView(PeriodView period, @Nullable PeriodView comparison, List<LineView> items, LineView total) {
        static FiguresView of(
                Periods.Asked asked, List<WorkFigures.Line> lines, Function<@Nullable WorkCount, ListQueries> queries) {
            Period comparison = asked.comparison();
            WorkFigures.Line total = WorkFigures.total(lines, comparison != null);
            return new FiguresView(
                    PeriodView.of(asked.period()),
                    comparison == null ? null : PeriodView.of(comparison),
                    lines.stream()
                            .map(line -> view(line, queries.apply(line.now())))
                            .toList(),
                    view(total, queries.apply(null)));
        }

        private static LineView view(WorkFigures.Line line, ListQueries queries) {
            WorkCount now = line.now();
            WorkCount before = line.before();
            String overdue = queries.overdue();
            return new LineView(
                    now.id(),
                    now.name(),
                    figure(line, WorkCount::open, queries.open()),
                    figure(line, WorkCount::opened, queries.opened()),
                    figure(line, WorkCount::done, queries.done()),
                    overdue == null ? null : figure(line, WorkCount::overdue, overdue),
                    new AgeView(
                            rounded(now.averageAgeDays()), before == null ? null : rounded(before.averageAgeDays())));
        }

        private static FigureView figure(WorkFigures.Line line, ToLongFunction<WorkCount> part, String list) {
            WorkCount before = line.before();
            return new FigureView(part.applyAsLong(line.now()), before == null ? null : part.applyAsLong(before), list);
        }

        private static @Nullable Double rounded(@Nullable Double days) {
            return days == null ? null : Math.round(days * 10) / 10.0;
        }
    }

    /** The lists behind one line's numbers. */
    record ListQueries(
            String open,
            String opened,
            String done,
            @Nullable String overdue) {}
}
