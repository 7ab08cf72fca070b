package dev.minori.scoring.recompute;

import dev.minori.events.HealthEvent;
import dev.minori.events.Lane;
import dev.minori.events.MessageKey;
import dev.minori.events.Origin;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.scoring.customer.CustomerProfile;
import dev.minori.scoring.health.CurrentHealth;
import dev.minori.scoring.health.NewScore;
import dev.minori.scoring.history.ChangedCustomers.Changed;
import dev.minori.scoring.segment.Stay;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Words results of a computation as events. What is silent travels in the bulk lane and does not delay news. */
final class HealthMessages {
    private final UUID workspaceId;
    private final Map<UUID, Changed> causes;

    HealthMessages(UUID workspaceId, Map<UUID, Changed> causes) {
        this.workspaceId = workspaceId;
        this.causes = Map.copyOf(causes);
    }

    OutboxMessage of(CustomerProfile profile) {
        return message(new HealthEvent.CustomerProfileChanged(
                profile.customerId(),
                profile.version(),
                profile.name(),
                profile.nameKana(),
                profile.customerCode(),
                profile.ownerMemberId(),
                profile.phase(),
                profile.touchModel(),
                profile.mrr(),
                profile.removed()));
    }

    OutboxMessage of(NewScore score) {
        CurrentHealth health = score.health();
        return message(new HealthEvent.HealthScoreChanged(
                health.customerId(),
                health.scoreId(),
                health.points(),
                health.band(),
                health.previousPoints(),
                health.previousBand(),
                health.coverage(),
                health.scorecardId(),
                health.scorecardVersion(),
                health.calculatedAt(),
                score.reasons()));
    }

    OutboxMessage entered(Stay stay) {
        return message(new HealthEvent.SegmentEntered(
                stay.customerId(),
                stay.id(),
                stay.segmentId(),
                stay.segmentVersion(),
                stay.segmentKey(),
                subject(stay),
                stay.enteredAt(),
                stay.evidence()));
    }

    OutboxMessage left(Stay stay) {
        return message(new HealthEvent.SegmentLeft(
                stay.customerId(),
                stay.id(),
                stay.segmentId(),
                stay.segmentVersion(),
                stay.segmentKey(),
                subject(stay),
                Objects.requireNonNull(stay.leftAt())));
    }

    private static HealthEvent.Subject subject(Stay stay) {
        return new HealthEvent.Subject(stay.dataset(), stay.subjectId(), stay.label());
    }

    private OutboxMessage message(HealthEvent event) {
        Changed cause = causes.get(event.customerId());
        Origin origin = cause == null ? Origin.BACKFILL : cause.origin();
        return new OutboxMessage(
                origin == Origin.LIVE ? Lane.LIVE : Lane.BULK,
                MessageKey.customer(workspaceId, event.customerId()),
                origin,
                true,
                cause == null ? null : cause.causationId(),
                event);
    }
}
