package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a notification. Topic deliveries. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = DeliveryEvent.DeliveryChanged.class, name = "delivery-changed.v1"))
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface DeliveryEvent extends MinoriEvent {

    /** How far a delivery came. */
    enum State {
        @JsonProperty("delivered")
        DELIVERED,
        /** The server may have taken it before we could note so: shown, never resent by itself. */
        @JsonProperty("unconfirmed")
        UNCONFIRMED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("suppressed")
        SUPPRESSED
    }

    /**
     * A delivery reached an end.
     *
     * @param requestId the notification request it came from
     * @param reason why it failed or was suppressed, for a person
     */
    record DeliveryChanged(
            UUID customerId,
            UUID requestId,
            UUID deliveryId,
            UUID memberId,
            String channel,
            State state,
            int attempts,
            Instant at,
            @Nullable String reason)
            implements DeliveryEvent {}
}
