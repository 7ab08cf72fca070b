package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands on a topic: the event and what every reader needs before it looks inside.
 *
 * @param eventId identity of the message, a UUIDv7; the same on every redelivery
 * @param workspaceId the tenant; a reader binds it before it touches the database
 * @param key the record key, {@code workspace|subject}; order holds per key
 * @param keySequence 1, 2, 3 … per key and topic, without gaps; a reader that sees a gap or a step back can say so
 * @param recordedAt when the writer recorded it
 * @param origin live or backfill
 * @param mustUnderstand whether a reader that does not know the event's type must keep it (park) instead of skipping it
 * @param causationId the event that led to this one, if any
 * @param traceParent W3C trace context of the change, if any
 * @param event the fact itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope<E extends MinoriEvent>(
        UUID eventId,
        UUID workspaceId,
        String key,
        long keySequence,
        Instant recordedAt,
        Origin origin,
        boolean mustUnderstand,
        @Nullable UUID causationId,
        @Nullable String traceParent,
        E event) {

    public Envelope {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(event, "event");
        if (!key.startsWith(workspaceId + "|")) {
            throw new IllegalArgumentException("key must start with the workspace: " + key);
        }
    }

    /** Whether readers must stay silent about it: see {@link Origin#BACKFILL}. */
    @JsonIgnore
    public boolean isBackfill() {
        return origin == Origin.BACKFILL;
    }
}
