package dev.minori.sync.run;

import java.util.UUID;

/**
 * What a mapping last told of a record.
 *
 * @param factHash over values, customer and effective date
 */
public record FactState(
        String recordId,
        UUID factId,
        UUID customerId,
        long rawVersion,
        int mappingVersion,
        long sourceVersion,
        byte[] factHash,
        boolean removed) {
    @Override
    public boolean equals(Object other) {
        return other instanceof FactState state
                && state.recordId.equals(recordId)
                && state.factId.equals(factId)
                && state.sourceVersion == sourceVersion;
    }

    @Override
    public int hashCode() {
        return recordId.hashCode();
    }
}
