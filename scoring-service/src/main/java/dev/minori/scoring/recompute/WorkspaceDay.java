package dev.minori.scoring.recompute;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a workspace stands in time. Usage of a day comes some time after the day is over, most of it in one go at night:
 * looking at a day before that would make every customer look as if it had stopped working, and the first rows of a night
 * would do so for all whose rows are still on their way.
 *
 * @param today the local day for which customers were computed
 * @param usageUntil the newest day whose usage is taken as complete, yesterday at the latest
 * @param arriving a newer day of which first usage is there
 * @param arrivingSince since when
 */
public record WorkspaceDay(
        LocalDate today,
        LocalDate usageUntil,
        @Nullable LocalDate arriving,
        @Nullable Instant arrivingSince) {

    /** After so many days without any usage its absence is taken for what it is. */
    static final int PATIENCE_DAYS = 7;

    /** Where a workspace begins: what it loads first is complete. */
    static WorkspaceDay first(LocalDate today) {
        return new WorkspaceDay(today, today.minusDays(1), null, null);
    }

    /**
     * Where the workspace stands after a look.
     *
     * @param newest the newest day before today that has usage
     * @param settling how long after its first rows a day is taken as complete
     */
    WorkspaceDay next(LocalDate today, Optional<LocalDate> newest, Instant now, Duration settling) {
        LocalDate until = arriving != null
                        && arrivingSince != null
                        && !arrivingSince.plus(settling).isAfter(now)
                ? arriving
                : usageUntil;
        LocalDate longestAgo = today.minusDays(1L + PATIENCE_DAYS);
        LocalDate yesterday = today.minusDays(1);
        if (until.isBefore(longestAgo)) {
            until = longestAgo;
        } else if (until.isAfter(yesterday)) {
            until = yesterday;
        }
        LocalDate complete = until;
        LocalDate coming = newest.filter(day -> day.isAfter(complete)).orElse(null);
        Instant since = coming == null ? null : coming.equals(arriving) ? arrivingSince : now;
        return new WorkspaceDay(today, complete, coming, since);
    }

    /** Whether customers must be computed again. */
    boolean asksForMoreThan(WorkspaceDay before) {
        return !today.equals(before.today) || !usageUntil.equals(before.usageUntil);
    }
}
