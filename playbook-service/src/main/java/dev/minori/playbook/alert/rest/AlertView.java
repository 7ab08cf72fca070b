package dev.minori.playbook.alert.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.playbook.alert.Alert;
import dev.minori.playbook.alert.AlertRow;
import dev.minori.playbook.alert.AlertState;
import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert.
 *
 * @param customerName null while nothing was heard of the customer
 * @param ownerMemberId the customer's CSM
 * @param subjectFactId the record it is about; the customer's id if it is about the customer itself
 * @param state {@code open} or {@code closed}
 * @param snoozedUntil out of sight until then, which may be over; null if it was not snoozed, or was woken
 * @param closedBy the member who closed it, null if Minori did
 */
record AlertView(
        UUID id,
        UUID ruleId,
        int ruleVersion,
        String ruleKey,
        LocalText ruleName,
        UUID customerId,
        @Nullable String customerName,
        @Nullable UUID ownerMemberId,
        @Nullable String ownerName,
        String subjectDataset,
        UUID subjectFactId,
        @Nullable String subjectLabel,
        int episode,
        String severity,
        LocalText title,
        String state,
        Instant openedAt,
        Instant lastOccurredAt,
        int occurrences,
        @Nullable Instant snoozedUntil,
        @Nullable Instant closedAt,
        @Nullable UUID closedBy,
        @Nullable String closeReason,
        long version)
        implements Versioned {
    static AlertView of(AlertRow row) {
        Alert alert = row.alert();
        AlertState.Closed closed = alert.state() instanceof AlertState.Closed state ? state : null;
        return new AlertView(
                alert.id(),
                alert.ruleId(),
                alert.ruleVersion(),
                row.ruleKey(),
                row.ruleName(),
                alert.customerId(),
                row.customerName(),
                row.ownerMemberId(),
                row.ownerName(),
                alert.subjectDataset(),
                alert.subjectFactId(),
                alert.subjectLabel(),
                alert.episode(),
                alert.severity().wireName(),
                alert.title(),
                closed == null ? "open" : "closed",
                alert.openedAt(),
                alert.lastOccurredAt(),
                alert.occurrences(),
                alert.state() instanceof AlertState.Open(var snoozedUntil) ? snoozedUntil : null,
                closed == null ? null : closed.at(),
                closed == null ? null : closed.by(),
                closed == null ? null : closed.reason(),
                alert.revision());
    }
}
