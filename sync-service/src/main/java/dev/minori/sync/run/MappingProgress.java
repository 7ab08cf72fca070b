package dev.minori.sync.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a mapping is.
 *
 * @param watermark up to where the source is covered
 * @param wideReadAt when the last read with the wide overlap began
 * @param idScanAt when the last run that compared all ids began
 */
public record MappingProgress(
        @Nullable Instant watermark,
        boolean firstLoadDone,
        @Nullable Instant wideReadAt,
        @Nullable Instant idScanAt) {
    public static final MappingProgress NONE = new MappingProgress(null, false, null, null);
}
