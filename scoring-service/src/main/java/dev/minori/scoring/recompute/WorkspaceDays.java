package dev.minori.scoring.recompute;

import dev.minori.scoring.expression.CompleteDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Leads workspaces from day to day. */
@ApplicationScoped
class WorkspaceDays implements CompleteDays {
    private final WorkspaceDayStore store;
    private final UsageArrival arrival;

    WorkspaceDays(WorkspaceDayStore store, UsageArrival arrival) {
        this.store = store;
        this.arrival = arrival;
    }

    @Override
    public Optional<LocalDate> usageUntil(UUID workspaceId) {
        return store.find(workspaceId).map(WorkspaceDay::usageUntil);
    }

    /**
     * Looks where the workspace stands now; whether its customers must be computed again, because its day has changed or the
     * usage of a day is complete. The very first look changes nothing.
     */
    boolean moveOn(UUID workspaceId, LocalDate today, Instant now) {
        Optional<WorkspaceDay> before = store.lock(workspaceId);
        if (before.isEmpty()) {
            store.keep(workspaceId, WorkspaceDay.first(today));
            return false;
        }
        WorkspaceDay next =
                before.get().next(today, store.newestUsage(workspaceId, today), now, arrival.settlesAfter());
        if (!next.equals(before.get())) {
            store.keep(workspaceId, next);
        }
        return next.asksForMoreThan(before.get());
    }
}
