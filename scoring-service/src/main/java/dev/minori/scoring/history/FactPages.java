package dev.minori.scoring.history;

import dev.minori.events.fact.Dataset;
import dev.minori.scoring.history.FactSource.FactVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's facts of one dataset, page by page. In the transaction of the workspace. */
public interface FactPages {
    /**
     * Which facts are asked for.
     *
     * @param validAt as they were true then; null for as they are
     * @param knownAt as it was known then; null for as it is known
     */
    record Question(
            UUID workspaceId,
            Dataset dataset,
            UUID customerId,
            @Nullable Instant validAt,
            @Nullable Instant knownAt) {}

    /** Where a page begins: after this value of the ordering field, as text, and id. */
    record Position(@Nullable String value, UUID factId) {}

    /** A fact with its place in the order. */
    record Placed(FactVersion fact, Position position) {}

    /** The newest first; people by name. Facts whose ordering field is not known come last. */
    List<Placed> page(Question question, @Nullable Position after, int limit);
}
