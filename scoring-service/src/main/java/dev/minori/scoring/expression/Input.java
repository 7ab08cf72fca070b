package dev.minori.scoring.expression;

import dev.minori.events.fact.Dataset;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts that went into a value.
 *
 * @param aggregate what was computed over them, for example {@code usage.last(P28D).sum(activeUsers)}
 * @param field the fields that were read, as in the dataset; empty where records were only counted
 * @param count how many facts went in
 * @param sample the newest of them, at most five
 * @param newest since when the newest of them is valid
 */
public record Input(
        Dataset dataset,
        String aggregate,
        String field,
        String japanese,
        String english,
        long count,
        List<FactRef> sample,
        @Nullable Instant newest) {
    public Input {
        sample = List.copyOf(sample);
    }
}
