package dev.minori.notification.inapp.rest;

import dev.minori.notification.inapp.InAppNotification;
import dev.minori.notification.template.NoticeText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An in-app notification.
 *
 * @param templateKey what kind it is
 * @param link console path to open
 * @param readAt null while it is unread
 */
record InAppNotificationView(
        UUID id,
        UUID customerId,
        String templateKey,
        Local title,
        Local text,
        @Nullable String link,
        Instant createdAt,
        @Nullable Instant readAt,
        long version) {

    /** A text in both languages. */
    record Local(String ja, String en) {}

    static InAppNotificationView of(InAppNotification notification) {
        NoticeText ja = notification.ja();
        NoticeText en = notification.en();
        return new InAppNotificationView(
                notification.id(),
                notification.customerId(),
                notification.templateKey(),
                new Local(ja.title(), en.title()),
                new Local(ja.text(), en.text()),
                ja.link(),
                notification.createdAt(),
                notification.readAt(),
                notification.revision());
    }
}
