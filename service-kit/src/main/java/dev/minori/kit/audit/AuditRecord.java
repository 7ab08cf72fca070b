package dev.minori.kit.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail, to be read.
 *
 * @param actor the subject of the token; {@code system} for what nobody asked for
 * @param details what else was recorded; null once erased
 * @param sequence place in the chain; null until the sealer has come by, about a second later
 */
public record AuditRecord(
        UUID id,
        Instant recordedAt,
        String actor,
        String action,
        String subjectType,
        String subjectId,
        @Nullable Map<String, String> details,
        @Nullable Long sequence) {}
