package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A fact that one service tells the others. Each permitted interface belongs to one topic.
 *
 * <p>The type is named here too: a writer of {@code Envelope<?>} sees only this interface, and without it the JSON would
 * carry no {@code type}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(CustomerFactEvent.class),
    @JsonSubTypes.Type(HealthEvent.class),
    @JsonSubTypes.Type(PlaybookEvent.class),
    @JsonSubTypes.Type(NotificationEvent.class),
    @JsonSubTypes.Type(DeliveryEvent.class),
    @JsonSubTypes.Type(DirectoryEvent.class)
})
public sealed interface MinoriEvent
        permits CustomerFactEvent, HealthEvent, PlaybookEvent, NotificationEvent, DeliveryEvent, DirectoryEvent {}
