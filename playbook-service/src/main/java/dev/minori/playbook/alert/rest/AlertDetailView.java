package dev.minori.playbook.alert.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.playbook.alert.Alert;
import dev.minori.playbook.notice.NoticeView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert with each time its sign appeared, and who was told. */
record AlertDetailView(AlertView alert, List<OccurrenceView> occurrences, List<NoticeView> notices, long version)
        implements Versioned {

    /** One time the sign appeared. */
    record OccurrenceView(
            UUID membershipId, Instant occurredAt, @Nullable Instant leftAt, Map<String, String> evidence) {
        static OccurrenceView of(Alert.Occurrence occurrence) {
            return new OccurrenceView(
                    occurrence.membershipId(), occurrence.occurredAt(), occurrence.leftAt(), occurrence.evidence());
        }
    }
}
