package dev.minori.events.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question or complaint of a customer and what became of it. */
public record TicketValues(
        @TargetField(ja = "受付番号", en = "Ticket number") @Nullable
        String ticketNumber,

        @TargetField(ja = "件名", en = "Subject", personal = true) @Nullable
        String subject,

        @TargetField(ja = "状況", en = "Status") @Nullable String status,
        @TargetField(ja = "優先度", en = "Priority") @Nullable String priority,

        @TargetField(ja = "受付日時", en = "Opened at", required = true)
        Instant openedAt,

        @TargetField(ja = "完了日時", en = "Closed at") @Nullable
        Instant closedAt)
        implements FactValues {}
