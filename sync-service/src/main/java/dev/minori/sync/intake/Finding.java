package dev.minori.sync.intake;

import dev.minori.kit.problem.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of one record of a batch.
 *
 * @param index its place in the batch, from 0
 * @param id its id, if it has one
 * @param field the field concerned, if it is one
 * @param reason stable word for programs
 */
public record Finding(
        int index, @Nullable String id, Kind kind, @Nullable String field, String reason, Wording detail) {

    /** What became of the record. */
    public enum Kind {
        /** Not kept: send it anew, corrected. */
        REJECTED("rejected"),
        /** Not kept: what is kept is newer. */
        OLDER("older"),
        /** Kept, but no fact yet: correct the mapping, or send a corrected version. */
        QUARANTINED("quarantined");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** The name in JSON. */
        public String wireName() {
            return wireName;
        }
    }
}
