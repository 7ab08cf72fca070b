package dev.minori.notification.delivery;

import dev.minori.notification.template.RenderedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the deliveries of the current workspace. Every method needs a transaction. */
public interface DeliveryStore {
    /** Writes a new delivery; false if its request already has one for that recipient and channel. */
    boolean insert(Delivery delivery, List<UUID> quotedFactIds);

    /** The delivery, locked until the transaction ends. */
    Optional<Delivery> lock(UUID id);

    /** Saves state, attempts and retry horizon. */
    void save(Delivery delivery, Instant now);

    /** Notes what the message says and where it goes. */
    void saveRendering(UUID id, int templateVersion, String address, RenderedMessage message);

    /** Where the last attempt was sent to. */
    Optional<String> findAddress(UUID id);

    void startAttempt(UUID id, int number, Instant now);

    Optional<Attempt> findAttempt(UUID id, int number);

    /** Notes that the other side can take it from now on; false if the attempt is over. */
    boolean markHandover(UUID id, int number, Instant now);

    void endAttempt(UUID id, int number, Instant now, Attempt.Outcome outcome, @Nullable Integer code, String response);

    /** Deliveries that quote any of the records. */
    List<UUID> quoting(List<UUID> factIds);

    /** Deletes up to {@code max} deliveries that ended before, with all that goes with them; tells how many. */
    int forget(Instant endedBefore, int max);
}
