package dev.minori.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent and who is at it. Leases run on the database's clock: pods need not agree on the time. A room takes one
 * message a second, whichever pod sends it; the others wait in the queue in the order they came.
 */
public interface DispatchQueue {
    /** Takes up to {@code max} due deliveries of any workspace that nobody holds. In a transaction of its own. */
    List<Claim> claim(int max, Instant now, Duration lease);

    /** Whether the claim is still the newest, and holds the row until the transaction ends. */
    boolean holds(Claim claim);

    /** Renews the lease; false if somebody else has claimed the delivery since. */
    boolean renew(Claim claim, Duration lease);

    /**
     * Queues a delivery of the current workspace.
     *
     * @param roomId where it is posted; null for what need not keep a pace
     */
    void add(UUID deliveryId, @Nullable UUID roomId, Instant dueAt);

    /** Sends nothing to a room of the current workspace for a while, because it asked for that. */
    void rest(UUID roomId, Duration pause);

    /** Gives the claim back, to be due at another time. */
    void postpone(Claim claim, Instant dueAt);

    /** The delivery needs no sending any more. */
    void remove(UUID deliveryId);

    /** How much waits, over all workspaces. In a transaction of its own. */
    Backlog backlog(Instant now);

    /**
     * How much waits.
     *
     * @param waiting deliveries that have not ended
     * @param oldestDueSeconds how long the oldest due one has been due; 0 if none is
     */
    record Backlog(long waiting, long oldestDueSeconds) {}
}
