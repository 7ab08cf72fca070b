package dev.minori.kit.outbox;

import dev.minori.events.Envelope;
import dev.minori.events.Lane;
import dev.minori.events.MinoriEvent;
import dev.minori.events.Origin;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way out.
 *
 * @param lane live for what happens now, bulk for what is loaded
 * @param key the record key, see {@link dev.minori.events.MessageKey}; order holds per key
 * @param mustUnderstand whether readers that do not know the type must keep it
 * @param causationId the event that led to it
 */
public record OutboxMessage(
        Lane lane,
        String key,
        Origin origin,
        boolean mustUnderstand,
        @Nullable UUID causationId,
        MinoriEvent event) {

    public OutboxMessage {
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(event, "event");
    }

    /** Something that happens now. */
    public static OutboxMessage live(String key, MinoriEvent event) {
        return new OutboxMessage(Lane.LIVE, key, Origin.LIVE, true, null, event);
    }

    /** Something that is loaded: bulk lane, silent. */
    public static OutboxMessage bulk(String key, MinoriEvent event) {
        return new OutboxMessage(Lane.BULK, key, Origin.BACKFILL, true, null, event);
    }

    /** The same as a consequence of a message: names its cause and stays silent if the cause is. */
    public OutboxMessage causedBy(Envelope<?> cause) {
        Origin inherited = cause.isBackfill() ? Origin.BACKFILL : origin;
        return new OutboxMessage(lane, key, inherited, mustUnderstand, cause.eventId(), event);
    }

    /** The same, silent. */
    public OutboxMessage backfill() {
        return new OutboxMessage(lane, key, Origin.BACKFILL, mustUnderstand, causationId, event);
    }

    /** The same, but readers that do not know its type may skip it. */
    public OutboxMessage optional() {
        return new OutboxMessage(lane, key, origin, false, causationId, event);
    }
}
