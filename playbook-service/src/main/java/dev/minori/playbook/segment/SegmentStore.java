package dev.minori.playbook.segment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where stays and decisions are kept. */
public interface SegmentStore {
    /** Keeps the stay; false if it is known already. Of one whose end came first, the beginning is added. */
    boolean insert(SegmentStay stay);

    Optional<SegmentStay> find(UUID membershipId);

    /**
     * Ends the stay and gives it as it is then. An end that is known already stays; of one whose beginning is not known
     * yet, the end is kept.
     */
    SegmentStay leave(SegmentStay ended);

    /** Stays of one customer in a segment, newest first. */
    List<SegmentStay> listOfCustomer(UUID customerId, String segmentKey, int limit);

    /**
     * Stays that last and that this definition has not answered, by membership id.
     *
     * @param after the membership id behind which to go on
     */
    List<SegmentStay> listUnanswered(UUID definitionId, String segmentKey, @Nullable UUID after, int limit);

    void insert(EntryDecision decision);

    /** Decisions of a definition about a customer, newest first. */
    List<EntryDecision> listDecisions(UUID definitionId, UUID customerId, int limit);
}
