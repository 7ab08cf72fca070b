package dev.minori.playbook.segment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay that would have opened an alert or started a run, as the API shows it.
 *
 * @param customerName null while nothing was heard of the customer
 * @param suppressed why it did not, for example {@code suppressed-backfill}
 */
public record StayView(
        UUID membershipId,
        UUID customerId,
        @Nullable String customerName,
        String subjectDataset,
        UUID subjectFactId,
        @Nullable String subjectLabel,
        String suppressed,
        Instant enteredAt,
        Map<String, String> evidence) {

    public static StayView of(SegmentStay stay, @Nullable String customerName) {
        return new StayView(
                stay.membershipId(),
                stay.customerId(),
                customerName,
                stay.subjectDataset(),
                stay.subjectFactId(),
                stay.subjectLabel(),
                Explanations.reason(stay).wireName(),
                stay.enteredAt(),
                stay.evidence());
    }
}
