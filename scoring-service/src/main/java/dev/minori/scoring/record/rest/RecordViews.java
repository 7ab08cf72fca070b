package dev.minori.scoring.record.rest;

import dev.minori.scoring.history.FactSource.FactVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts as the answers show them. */
final class RecordViews {
    private RecordViews() {}

    static ContactView contact(FactVersion fact) {
        return new ContactView(
                fact.factId(),
                text(fact, "name"),
                text(fact, "nameKana"),
                text(fact, "email"),
                text(fact, "phone"),
                text(fact, "department"),
                text(fact, "title"),
                source(fact));
    }

    static TicketView ticket(FactVersion fact) {
        return new TicketView(
                fact.factId(),
                text(fact, "ticketNumber"),
                text(fact, "subject"),
                text(fact, "status"),
                text(fact, "priority"),
                instant(fact, "openedAt"),
                instant(fact, "closedAt"),
                fact.values().get("closedAt") == null,
                source(fact));
    }

    static SurveyResponseView surveyResponse(FactVersion fact) {
        return new SurveyResponseView(
                fact.factId(),
                fact.values().get("respondedOn") instanceof LocalDate day ? day : null,
                text(fact, "respondentEmail"),
                number(fact, "nps"),
                number(fact, "csat"),
                text(fact, "comment"),
                source(fact));
    }

    static MessageView message(FactVersion fact) {
        return new MessageView(
                fact.factId(),
                instant(fact, "sentAt"),
                fact.values().get("inbound") instanceof Boolean inbound ? inbound : null,
                text(fact, "fromAddress"),
                text(fact, "toAddress"),
                text(fact, "subject"),
                text(fact, "text"),
                source(fact));
    }

    private static SourceView source(FactVersion fact) {
        return new SourceView(
                fact.system(),
                fact.objectName(),
                fact.sourceRecordId(),
                fact.sourceUrl(),
                fact.version(),
                fact.validFrom(),
                fact.knownFrom());
    }

    private static @Nullable String text(FactVersion fact, String field) {
        return fact.values().get(field) instanceof String text ? text : null;
    }

    private static @Nullable Long number(FactVersion fact, String field) {
        return fact.values().get(field) instanceof Long number ? number : null;
    }

    private static @Nullable Instant instant(FactVersion fact, String field) {
        return fact.values().get(field) instanceof Instant at ? at : null;
    }

    /**
     * Where a record comes from.
     *
     * @param url link to it for a person, if its system has one
     * @param version grows with each change of it
     * @param validFrom since when it is true
     * @param knownFrom since when it was known
     */
    public record SourceView(
            String system,
            String objectName,
            String recordId,
            @Nullable String url,
            long version,
            Instant validFrom,
            Instant knownFrom) {}

    /** A person at the customer. */
    public record ContactView(
            UUID id,
            @Nullable String name,
            @Nullable String nameKana,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String department,
            @Nullable String title,
            SourceView source) {}

    /** A question or complaint. */
    public record TicketView(
            UUID id,
            @Nullable String ticketNumber,
            @Nullable String subject,
            @Nullable String status,
            @Nullable String priority,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            boolean open,
            SourceView source) {}

    /** An answer to a survey. */
    public record SurveyResponseView(
            UUID id,
            @Nullable LocalDate respondedOn,
            @Nullable String respondentEmail,
            @Nullable Long nps,
            @Nullable Long csat,
            @Nullable String comment,
            SourceView source) {}

    /** A mail to or from the customer. */
    public record MessageView(
            UUID id,
            @Nullable Instant sentAt,
            @Nullable Boolean inbound,
            @Nullable String fromAddress,
            @Nullable String toAddress,
            @Nullable String subject,
            @Nullable String text,
            SourceView source) {}
}
