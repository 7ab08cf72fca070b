package dev.minori.sync.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows which source record is which customer. Needs a transaction; one writer per object, see the raw rows' lock. */
public interface CustomerIdentities {
    /**
     * The customers of these records; records that were never seen become new customers. Customer codes are taken over.
     *
     * @param codeByRecord the customer code of each record, null if it has none
     */
    Map<String, UUID> assign(UUID connectionId, String objectName, Map<String, @Nullable String> codeByRecord);

    /** The customers of records that are known. */
    Map<String, UUID> findByRecord(UUID connectionId, String objectName, Collection<String> recordIds);

    /** The customers with these codes; several have the same code when sources contradict each other. */
    Map<String, List<UUID>> findByCode(Collection<String> codes);
}
