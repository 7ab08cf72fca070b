package dev.minori.kit.erasure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One person's wish to be forgotten: ids only, so that the memory of it holds nothing personal.
 *
 * @param erasureId identity of the wish, the same in all services
 * @param contactId fact id of the contact
 * @param factIds fact ids of everything else that tells of the person: messages, answers …
 */
public record Erasure(UUID erasureId, UUID contactId, List<UUID> factIds) {
    public Erasure {
        factIds = List.copyOf(factIds);
    }

    /** The same wish with more facts. */
    public Erasure with(Set<UUID> more) {
        Set<UUID> all = new LinkedHashSet<>(factIds);
        all.addAll(more);
        return new Erasure(erasureId, contactId, List.copyOf(all));
    }

    /** The contact and the other facts. */
    public List<UUID> allFactIds() {
        Set<UUID> all = new LinkedHashSet<>();
        all.add(contactId);
        all.addAll(factIds);
        return new ArrayList<>(all);
    }
}
