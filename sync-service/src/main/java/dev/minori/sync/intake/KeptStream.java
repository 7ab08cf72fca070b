package dev.minori.sync.intake;

import dev.minori.sync.platform.Transactions;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.RawRow;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordChunk;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.ResumePoint;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kept rows of an object in the order of their ids, each page in a transaction of its own. */
final class KeptStream implements RecordStream {
    private static final int PAGE = 1_000;

    private final RawKey key;
    private final ReadPlan plan;
    private final RawStore raw;
    private final Transactions transactions;
    private final Map<String, SourceType> declared;
    private String after;
    private boolean ended;

    KeptStream(RawKey key, ReadPlan plan, RawStore raw, Transactions transactions, String after) {
        this.key = key;
        this.plan = plan;
        this.raw = raw;
        this.transactions = transactions;
        this.declared = IntakeObject.declaredIn(plan.schema());
        this.after = after;
    }

    @Override
    public Optional<RecordChunk> next() {
        Integer atMost = plan.atMost();
        int limit = atMost == null ? PAGE : Math.min(PAGE, atMost);
        List<RawRow> rows = ended ? List.of() : transactions.call(() -> raw.scan(key, after, limit));
        if (rows.isEmpty()) {
            ended = true;
            return Optional.empty();
        }
        after = rows.getLast().record().id();
        return Optional.of(new RecordChunk(
                rows.stream()
                        .filter(row -> !row.deleted() && !row.erased())
                        .map(row -> read(row.record()))
                        .toList(),
                new ResumePoint(after)));
    }

    private SourceRecord read(SourceRecord kept) {
        return new SourceRecord(kept.id(), kept.changedAt(), false, IntakeObject.typed(kept.values(), declared))
                .without(plan.excluded());
    }

    @Override
    public @Nullable Instant coveredUntil() {
        return null;
    }

    @Override
    public @Nullable Long announced() {
        return null;
    }

    @Override
    public void close() {}
}
