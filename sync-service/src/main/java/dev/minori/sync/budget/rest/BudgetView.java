package dev.minori.sync.budget.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.budget.BudgetLimit;
import dev.minori.sync.budget.BudgetState;
import dev.minori.sync.source.ApiAllowance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A budget and what is used of it, as JSON.
 *
 * @param shareOfLimit percent of the source's own daily limit that Minori may use
 * @param ceiling percent of the source's own daily limit at which Minori stops, whoever made the calls
 * @param source what the source last told of everybody's calls; null while it told nothing
 * @param spentToday what today's calls were made for, the most first
 * @param pause why no call is made now; null if calls are made
 */
public record BudgetView(
        @Nullable Long callsPerHour,
        @Nullable Long callsPerDay,
        int shareOfLimit,
        int ceiling,
        WindowView hour,
        WindowView day,
        @Nullable SourceView source,
        List<SpentView> spentToday,
        @Nullable PauseView pause,
        long version)
        implements Versioned {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * An hour or a day.
     *
     * @param used calls given out, of which a process may hold a few that it has not made yet
     * @param limit the smallest of the limits that hold, null if none does
     */
    public record WindowView(
            Instant since,
            Instant resetsAt,
            long used,
            @Nullable Long limit) {}

    public record SourceView(long used, long limit, Instant toldAt) {}

    /** @param purpose run, reconciliation, dry-run, check, describe or test */
    public record SpentView(String purpose, long calls) {}

    /** @param by calls-per-hour, calls-per-day, share-of-limit, ceiling, or source: the source itself refused */
    public record PauseView(String by, Instant until, String ja, String en) {}

    static BudgetView of(BudgetState state) {
        return new BudgetView(
                state.budget().callsPerHour(),
                state.budget().callsPerDay(),
                state.budget().shareOfLimit(),
                state.budget().ceiling(),
                new WindowView(
                        state.ledger().hour(),
                        state.ledger().hour().plus(HOUR),
                        state.ledger().hourUsed(),
                        state.budget().callsPerHour()),
                new WindowView(
                        state.ledger().day(),
                        state.ledger().day().plus(DAY),
                        state.ledger().dayUsed(),
                        state.perDay()),
                source(state),
                state.spent().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(java.util.Comparator.reverseOrder()))
                        .map(spent -> new SpentView(spent.getKey().wireName(), spent.getValue()))
                        .toList(),
                pause(state),
                state.budget().version());
    }

    private static @Nullable SourceView source(BudgetState state) {
        ApiAllowance told = state.ledger().told();
        Instant toldAt = state.ledger().toldAt();
        return told == null || toldAt == null ? null : new SourceView(told.used(), told.limit(), toldAt);
    }

    private static @Nullable PauseView pause(BudgetState state) {
        BudgetLimit by = state.pausedBy();
        Instant until = state.pausedUntil();
        if (by == null || until == null) {
            return null;
        }
        Wording wording = by.wording(until);
        return new PauseView(by.wireName(), until, wording.ja(), wording.en());
    }
}
