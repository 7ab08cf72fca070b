package dev.minori.scoring.history;

import dev.minori.events.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers whose numbers must be computed again. In the transaction of the workspace. */
public interface ChangedCustomers {

    /** Why a customer is computed again; those that people wait for come first. */
    enum Urgency {
        /** A fact changed just now. */
        NEWS(0),
        /** The day or the hour changed. */
        TIME(1),
        /** Loaded or recomputed in bulk. */
        LOAD(2);

        private final int priority;

        Urgency(int priority) {
            this.priority = priority;
        }

        public int priority() {
            return priority;
        }
    }

    /**
     * A customer to compute.
     *
     * @param origin of what happened to it since it was computed last
     * @param causationId the newest event that led to it, if any
     */
    record Changed(UUID customerId, Origin origin, @Nullable UUID causationId) {}

    /**
     * Marks customers. One that was marked with another origin becomes silent: what comes of it can no longer be told
     * apart, and what is silent is listed. {@link Facts} sees to it that this is rare.
     */
    void mark(
            UUID workspaceId, Collection<UUID> customerIds, Origin origin, Urgency urgency, @Nullable UUID causationId);

    /**
     * Marks customers because time went by. Those already marked keep their mark: a customer that waits to be computed
     * silently does not become news.
     */
    void markForTime(UUID workspaceId, Collection<UUID> customerIds);

    /**
     * Has every customer that was computed before computed again: as news of time (TIME) or silently (LOAD). They are
     * marked by {@link #sweepSome}, a few at a time, because there may be a million.
     */
    void requestSweep(UUID workspaceId, Urgency urgency);

    /** Marks the next customers of a requested sweep; how many were looked at, 0 when nothing is left to sweep. */
    int sweepSome(UUID workspaceId, int limit);

    /**
     * Takes up to {@code limit} customers off the list. They are back on it if the transaction fails; nobody else gets
     * them meanwhile.
     */
    List<Changed> claim(UUID workspaceId, int limit);

    /** Whether any of the customers is marked with another origin than this one. */
    boolean isAnyMarkedOtherwise(UUID workspaceId, Collection<UUID> customerIds, Origin origin);

    /** Takes those of the customers off the list that are marked with another origin than this one. */
    List<Changed> claimOtherwise(UUID workspaceId, Collection<UUID> customerIds, Origin origin);

    /** Puts the customer that would be taken next behind all others and names it. */
    Optional<UUID> postponeFirst(UUID workspaceId);
}
