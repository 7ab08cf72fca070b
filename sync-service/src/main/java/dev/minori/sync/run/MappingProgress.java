package dev.minori.sync.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a mapping is.
 *
 * @param watermark up to where the source is covered
 * @param wideReadAt when a read with the wide overlap last ended
 * @param idScanAt when all ids were last compared
 */
public record MappingProgress(
        @Nullable Instant watermark,
        boolean firstLoadDone,
        @Nullable Instant wideReadAt,
        @Nullable Instant idScanAt) {
    public static final MappingProgress NONE = new MappingProgress(null, false, null, null);
}
