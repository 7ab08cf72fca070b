package dev.minori.scoring.segment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Keeps stays in segments. In the transaction of the workspace. */
public interface StayStore {
    /** The open stays of these customers in all segments. */
    List<Stay> open(UUID workspaceId, Collection<UUID> customerIds);

    /** The open stays in a segment: which subjects of which customers. */
    List<Stay> openIn(UUID workspaceId, UUID segmentId);

    void enter(UUID workspaceId, List<Stay> stays);

    /** Ends stays at their {@code leftAt}. */
    void leave(UUID workspaceId, List<Stay> stays);

    /** Stays of a customer that began before a time, newest first. */
    List<Stay> ofCustomer(UUID workspaceId, UUID customerId, Instant before, int limit);

    /** Stays that began silently, newest first, after a position. */
    List<Stay> enteredSilently(UUID workspaceId, UUID segmentId, Instant before, UUID beforeId, int limit);

    /** Members now, by customer and id, after a position. */
    List<Stay> members(UUID workspaceId, UUID segmentId, UUID after, int limit);
}
