package dev.minori.scoring.history;

import dev.minori.events.fact.Dataset;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks facts up as they are and as they were. In the transaction of the workspace. */
public interface FactSource {
    /** What is known about these versions of facts: where each came from and its values then. */
    List<FactVersion> versions(UUID workspaceId, Dataset dataset, Collection<VersionRef> wanted);

    /** A customer's facts of a dataset as they were true at one time according to what was known at another. */
    List<FactVersion> asOf(
            UUID workspaceId, Dataset dataset, UUID customerId, Instant validAt, Instant knownAt, int limit);

    /** A version of a fact. */
    record VersionRef(UUID factId, long version) {}

    /**
     * A fact as one version of it says.
     *
     * @param validFrom since when it is true
     * @param knownFrom since when it was known
     * @param knownTo when a newer version replaced it, null while it is the newest
     * @param values by the name of the field, without those that are not known
     */
    record FactVersion(
            Dataset dataset,
            UUID factId,
            UUID customerId,
            long version,
            UUID connectionId,
            String system,
            String objectName,
            String sourceRecordId,
            @Nullable String sourceUrl,
            UUID mappingId,
            int mappingVersion,
            Instant validFrom,
            Instant knownFrom,
            @Nullable Instant knownTo,
            boolean removed,
            Map<String, Object> values) {
        public FactVersion {
            values = Map.copyOf(values);
        }
    }
}
