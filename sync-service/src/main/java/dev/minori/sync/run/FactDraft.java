package dev.minori.sync.run;

import dev.minori.events.fact.Fact;
import dev.minori.sync.mapping.MappingResult;
import dev.minori.sync.raw.RawRow;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fact that still needs its version. No mapped values mean that the record is gone. */
final class FactDraft {
    private final RawRow row;
    private final UUID factId;
    private final UUID customerId;
    private final MappingResult.@Nullable Mapped mapped;
    private final int bytes;
    private final byte[] hash;
    private final @Nullable Long sourceVersion;

    FactDraft(RawRow row, UUID factId, UUID customerId, MappingResult.@Nullable Mapped mapped, int bytes, byte[] hash) {
        this(row, factId, customerId, mapped, bytes, hash, null);
    }

    private FactDraft(
            RawRow row,
            UUID factId,
            UUID customerId,
            MappingResult.@Nullable Mapped mapped,
            int bytes,
            byte[] hash,
            @Nullable Long sourceVersion) {
        this.row = row;
        this.factId = factId;
        this.customerId = customerId;
        this.mapped = mapped;
        this.bytes = bytes;
        this.hash = hash;
        this.sourceVersion = sourceVersion;
    }

    int bytes() {
        return bytes;
    }

    byte[] hash() {
        return hash;
    }

    /** The version under which it was told before and is told again; null if a new one is due. */
    @Nullable
    Long sourceVersion() {
        return sourceVersion;
    }

    FactDraft again(long knownVersion) {
        return new FactDraft(row, factId, customerId, mapped, bytes, hash, knownVersion);
    }

    Fact fact(long version, Function<String, Optional<String>> recordUrl) {
        String id = row.record().id();
        Instant effectiveFrom = mapped == null ? null : mapped.effectiveFrom();
        return new Fact(
                factId,
                customerId,
                id,
                recordUrl.apply(id).orElse(null),
                version,
                effectiveFrom == null ? row.record().changedAt() : effectiveFrom,
                mapped == null,
                mapped == null ? null : mapped.values());
    }

    FactState state(long version, int mappingVersion) {
        return new FactState(
                row.record().id(),
                factId,
                customerId,
                row.version(),
                mappingVersion,
                version,
                hash,
                mapped == null,
                false);
    }
}
