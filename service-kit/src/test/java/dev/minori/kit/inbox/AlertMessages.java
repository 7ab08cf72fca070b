package dev.minori.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.events.Envelope;
import dev.minori.events.MessageKey;
import dev.minori.events.Origin;
import dev.minori.events.PlaybookEvent;
import dev.minori.events.PlaybookEvent.AlertOpened;
import dev.minori.kit.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Messages as a sender writes them; their titles tell them apart. */
final class AlertMessages {
    private AlertMessages() {}

    /** A message of a customer, as text. */
    static String json(UUID workspaceId, UUID customerId, long sequence, String title, boolean mustUnderstand) {
        Envelope<PlaybookEvent> envelope = new Envelope<>(
                UUID.randomUUID(),
                workspaceId,
                MessageKey.customer(workspaceId, customerId),
                sequence,
                Instant.parse("2026-11-22T01:02:03Z"),
                Origin.LIVE,
                mustUnderstand,
                null,
                null,
                new AlertOpened(customerId, UUID.randomUUID(), UUID.randomUUID(), title, Instant.EPOCH));
        try {
            return EventJson.mapper()
                    .writerFor(EventJson.envelopeOf(PlaybookEvent.class))
                    .writeValueAsString(envelope);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A message that must be understood, as it is received. */
    static ReceivedMessage received(UUID workspaceId, UUID customerId, long sequence, String title) {
        return new ReceivedMessage(
                "playbook-events-0@" + sequence,
                null,
                json(workspaceId, customerId, sequence, title, true).getBytes(StandardCharsets.UTF_8));
    }
}
