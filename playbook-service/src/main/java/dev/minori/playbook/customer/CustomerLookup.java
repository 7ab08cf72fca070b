package dev.minori.playbook.customer;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks several customers up at once. */
public interface CustomerLookup {
    /** Those of the customers that belong to one of these CSMs. */
    Set<UUID> listOwned(Collection<UUID> customerIds, Collection<UUID> owners);

    /** Names of those of the customers that were heard of. */
    Map<UUID, String> listNames(Collection<UUID> customerIds);
}
