package dev.minori.playbook.notice;

import dev.minori.events.DeliveryEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification that was asked for, and what became of it so far. */
public record NoticeRecord(
        UUID requestId,
        UUID customerId,
        String subjectKind,
        UUID subjectId,
        String templateKey,
        List<UUID> memberIds,
        Instant requestedAt,
        List<Reached> deliveries) {
    public NoticeRecord {
        memberIds = List.copyOf(memberIds);
        deliveries = List.copyOf(deliveries);
    }

    /** One delivery to one member by one channel. */
    public record Reached(
            UUID deliveryId,
            UUID memberId,
            String channel,
            DeliveryEvent.State state,
            int attempts,
            Instant at,
            @Nullable String reason) {}
}
