package dev.minori.notification.inapp;

import dev.minori.notification.template.NoticeText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification that waits in the console for its reader.
 *
 * @param id that of its delivery
 * @param readAt null while it is unread
 */
public record InAppNotification(
        UUID id,
        UUID memberId,
        UUID customerId,
        String templateKey,
        NoticeText ja,
        NoticeText en,
        Instant createdAt,
        @Nullable Instant readAt,
        long revision) {}
