package dev.minori.sync.run;

import java.util.UUID;

/**
 * What a mapping last told of a record.
 *
 * @param factHash over values, customer and effective date
 * @param removed whether the others were told that it is no more
 * @param gone whether the record has left the source, or the mapping's filter, and its fact was kept
 */
public record FactState(
        String recordId,
        UUID factId,
        UUID customerId,
        long rawVersion,
        int mappingVersion,
        long sourceVersion,
        byte[] factHash,
        boolean removed,
        boolean gone) {
    /** The same without its record, and nobody is told. */
    FactState asKept() {
        return new FactState(
                recordId, factId, customerId, rawVersion, mappingVersion, sourceVersion, factHash, removed, true);
    }

    /** The same when another mapping goes on telling the fact. */
    FactState asLeftToOthers() {
        return new FactState(
                recordId, factId, customerId, rawVersion, mappingVersion, sourceVersion, factHash, true, false);
    }

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
