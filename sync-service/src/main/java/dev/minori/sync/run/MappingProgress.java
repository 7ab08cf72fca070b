package dev.minori.sync.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a mapping is.
 *
 * @param watermark up to where the source is covered
 * @param wideReadAt when the last read with the wide overlap began
 * @param idScanAt when the last run that compared all ids began
 * @param certainUntil every change stamped up to then could be seen when it was read; null where nobody vouches for it
 * @param assuredAt when the source was last asked what it vouches for
 * @param reconciledAt when the last run began that compared everything with the source
 */
public record MappingProgress(
        @Nullable Instant watermark,
        boolean firstLoadDone,
        @Nullable Instant wideReadAt,
        @Nullable Instant idScanAt,
        @Nullable Instant certainUntil,
        @Nullable Instant assuredAt,
        @Nullable Instant reconciledAt) {
    public static final MappingProgress NONE = new MappingProgress(null, false, null, null, null, null, null);

    /** The same after the source vouched for something. */
    MappingProgress assured(Instant until, Instant at) {
        return new MappingProgress(watermark, firstLoadDone, wideReadAt, idScanAt, until, at, reconciledAt);
    }

    /** The same after everything was compared; null if that is to be done anew. */
    MappingProgress reconciled(@Nullable Instant at) {
        return new MappingProgress(watermark, firstLoadDone, wideReadAt, idScanAt, certainUntil, assuredAt, at);
    }
}
