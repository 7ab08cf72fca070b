package dev.minori.sync.erasure;

import dev.minori.sync.raw.RawKey;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Remembers which fields of which records no import may fill again. Needs a transaction. */
public interface ErasedFields {
    /** By record id; records without such fields are absent. */
    Map<String, Set<String>> of(RawKey key, Collection<String> recordIds);

    /** Records with fields that erasures of this contact emptied, by object. */
    Map<RawKey, Set<String>> recordsOf(UUID contactId);
}
