package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whom playbook-service wants told. Topic notifications. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NotificationEvent.NotificationRequested.class, name = "notification-requested.v1"),
    @JsonSubTypes.Type(value = NotificationEvent.QuotesErased.class, name = "quotes-erased.v1")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface NotificationEvent extends MinoriEvent {
    UUID customerId();

    /**
     * Tell these members. notification-service chooses channel, language and wording and makes at most one delivery per
     * (request, recipient, channel).
     *
     * @param requestId stable identity of the wish: the same effect asked for twice carries the same id
     * @param templateKey for example {@code alert-opened}
     * @param memberIds the recipients, at least one
     * @param data values for the template, by name. A text that depends on the reader's language comes twice, as
     *     {@code title.ja} and {@code title.en}, and the template names it {@code title}; days are ISO dates
     *     ({@code 2026-03-31}); links are console paths ({@code /customers/<id>})
     * @param quotedFactIds records whose text stands in data, so that an erasure finds it
     */
    record NotificationRequested(
            UUID customerId,
            UUID requestId,
            String templateKey,
            List<UUID> memberIds,
            Map<String, String> data,
            List<UUID> quotedFactIds)
            implements NotificationEvent {
        public NotificationRequested {
            memberIds = List.copyOf(memberIds);
            data = Map.copyOf(data);
            quotedFactIds = List.copyOf(quotedFactIds);
            if (memberIds.isEmpty()) {
                throw new IllegalArgumentException("a notification needs a recipient");
            }
        }
    }

    /** Records were erased; texts that quote them go too. */
    record QuotesErased(UUID customerId, UUID erasureId, List<UUID> factIds) implements NotificationEvent {
        public QuotesErased {
            factIds = List.copyOf(factIds);
        }
    }
}
