package dev.minori.scoring.history;

import java.util.Set;
import java.util.UUID;

/** Finds what is kept of people. In the transaction of the workspace. */
public interface PersonalFacts {
    /**
     * Writes facts of people: until the transaction ends nobody is erased. Call it before asking the ledger, so that what
     * the ledger allows is committed before an erasure looks for it.
     */
    void enter(UUID workspaceId);

    /** Waits until nobody writes facts of people, and keeps them out until the transaction ends. */
    void close(UUID workspaceId);

    /**
     * The facts that tell of a contact, now and in all history: the contact itself, its survey responses and the messages
     * it wrote or received. Records without a reference to the contact are found by its addresses, present and past.
     */
    Set<UUID> of(UUID workspaceId, UUID customerId, UUID contactId);
}
