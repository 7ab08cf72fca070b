package dev.minori.playbook.customer;

import java.util.Optional;
import java.util.UUID;

/** Where the read model of customers is kept. */
public interface CustomerStore {
    Optional<CustomerProfile> find(UUID customerId);

    /** Keeps the profile unless a newer one is known; false if it was ignored. */
    boolean save(CustomerProfile profile);

    Optional<CustomerHealth> findHealth(UUID customerId);

    /** Keeps the score unless a newer one is known. */
    void saveHealth(CustomerHealth health);
}
