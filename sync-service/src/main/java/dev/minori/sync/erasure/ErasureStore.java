package dev.minori.sync.erasure;

import java.util.Optional;
import java.util.UUID;

/** Knows whose contact a fact id is. Needs a transaction. */
public interface ErasureStore {
    /** The contact's customer, if the contact is known. */
    Optional<UUID> findCustomerOf(UUID contactId);
}
