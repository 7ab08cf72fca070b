package dev.minori.sync.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How thoroughly a run works, decided once when it begins and kept with it: whoever goes on with the run does what was
 * decided, and its end notes what was done and nothing that only became due meanwhile.
 *
 * @param countsSeen whether it notes which records it meets, to find what is gone
 * @param readsWide whether it looks far back for rows of long transactions
 * @param scansIds whether it compares all ids
 * @param at when it was decided
 */
public record RunDecision(boolean countsSeen, boolean readsWide, boolean scansIds, Instant at) {
    /** Rows become visible up to this long after their stamp, normally. */
    static final Duration SHORT_OVERLAP = Duration.ofSeconds(30);

    /** Rows of long transactions become visible up to this long after their stamp. Costs rows, not calls. */
    static final Duration WIDE_OVERLAP = Duration.ofMinutes(15);

    static final Duration ID_SCAN_EVERY = Duration.ofHours(1);

    /** Costs two calls each time. */
    static final Duration ASSURANCE_EVERY = Duration.ofHours(2);

    static final Duration RECONCILIATION_EVERY = Duration.ofDays(1);

    /** @param hasRecords whether the mapping has records already */
    static RunDecision of(RunKind kind, boolean hasRecords, MappingProgress progress, Instant now) {
        boolean full = kind == RunKind.FULL;
        if (kind == RunKind.RECONCILIATION) {
            return new RunDecision(false, false, false, now);
        }
        return new RunDecision(
                full && hasRecords,
                full || isDue(progress.wideReadAt(), WIDE_OVERLAP, now),
                full || isDue(progress.idScanAt(), ID_SCAN_EVERY, now),
                now);
    }

    /**
     * From when on an incremental run reads. A wide read begins where the wide read before it may have been too early:
     * what that one could not see yet was stamped at most the overlap before it.
     */
    Instant since(Instant watermark, MappingProgress progress, boolean assured) {
        Instant since = since(watermark, progress.wideReadAt());
        Instant certain = progress.certainUntil();
        // The source vouches for a later time now: what it kept back until then is stamped after what it vouched for
        // before.
        return assured && certain != null && certain.isBefore(since) ? certain : since;
    }

    private Instant since(Instant watermark, @Nullable Instant lastWideRead) {
        if (!readsWide) {
            return watermark.minus(SHORT_OVERLAP);
        }
        Instant from = lastWideRead != null && lastWideRead.isBefore(watermark) ? lastWideRead : watermark;
        return from.minus(WIDE_OVERLAP);
    }

    /** How far the mapping is when the run has read the source. */
    MappingProgress progressAfter(MappingProgress before, @Nullable Instant watermark) {
        return new MappingProgress(
                watermark,
                true,
                readsWide ? at : before.wideReadAt(),
                scansIds ? at : before.idScanAt(),
                before.certainUntil(),
                before.assuredAt(),
                before.reconciledAt());
    }

    /** Whether the source is to be asked again what it vouches for. */
    boolean asksForAssurance(MappingProgress progress) {
        return isDue(progress.assuredAt(), ASSURANCE_EVERY, at);
    }

    /** Whether everything is to be compared with the source again. */
    static boolean isReconciliationDue(MappingProgress progress, Instant now) {
        return progress.firstLoadDone() && isDue(progress.reconciledAt(), RECONCILIATION_EVERY, now);
    }

    private static boolean isDue(@Nullable Instant last, Duration every, Instant now) {
        return last == null || !last.plus(every).isAfter(now);
    }
}
