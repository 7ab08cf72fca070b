package dev.minori.sync.run;

import dev.minori.events.fact.FactValues;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The length and the hash of fact values; a hash says whether there is anything to tell. */
public interface FactJson {
    /** @param bytes length of the values as JSON */
    record Measured(int bytes, byte[] hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Measured measured && java.util.Arrays.equals(measured.hash, hash);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(hash);
        }
    }

    Measured measure(FactValues values, UUID customerId, @Nullable Instant effectiveFrom);
}
