package dev.minori.sync.source;

import java.time.Instant;
import java.util.List;

/**
 * What a source vouches for.
 *
 * @param certainUntil every change stamped up to then can be seen now: no long transaction holds one back
 * @param deletedIds records deleted in the time asked for, also those that nothing else tells of
 * @param logComplete whether the source still knew all deletions of that time
 */
public record Assurance(Instant certainUntil, List<String> deletedIds, boolean logComplete) {
    public Assurance {
        deletedIds = List.copyOf(deletedIds);
    }
}
