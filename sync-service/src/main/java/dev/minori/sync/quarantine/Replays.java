package dev.minori.sync.quarantine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries quarantined rows again with the mapping as it is now. */
public interface Replays {
    /** How it went: rows tried and rows that are facts now. */
    record Outcome(int tried, int accepted) {}

    Outcome replay(QuarantineEntry entry);

    /** Tries every entry of a mapping and reason; null parts do not restrict. */
    Outcome replayAll(@Nullable UUID mappingId, @Nullable String reason);
}
