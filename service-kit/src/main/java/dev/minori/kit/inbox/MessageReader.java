package dev.minori.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import dev.minori.events.Envelope;
import dev.minori.events.MinoriEvent;
import dev.minori.kit.json.EventJson;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/** Reads bytes into a message, as far as this version of the service can. */
final class MessageReader {
    private MessageReader() {}

    /** What bytes turned out to be. */
    sealed interface Reading<E extends MinoriEvent> {}

    /** A message this version knows. */
    record Understood<E extends MinoriEvent>(Envelope<E> envelope) implements Reading<E> {}

    /** A message whose kind, or whose content, this version cannot read; its envelope can be. */
    record Foreign<E extends MinoriEvent>(Head head, boolean typeUnknown, String error) implements Reading<E> {}

    /** No message at all. */
    record Unreadable<E extends MinoriEvent>(String error) implements Reading<E> {}

    /** What is needed to keep a message without understanding it. */
    record Head(
            UUID workspaceId, String key, UUID eventId, long keySequence, Instant recordedAt, boolean mustUnderstand) {
        static Head of(Envelope<?> envelope) {
            return new Head(
                    envelope.workspaceId(),
                    envelope.key(),
                    envelope.eventId(),
                    envelope.keySequence(),
                    envelope.recordedAt(),
                    envelope.mustUnderstand());
        }
    }

    static <E extends MinoriEvent> Reading<E> read(byte[] payload, Class<E> eventType) {
        ObjectMapper mapper = EventJson.mapper();
        try {
            Envelope<E> envelope = mapper.readValue(payload, EventJson.envelopeOf(eventType));
            return new Understood<>(envelope);
        } catch (InvalidTypeIdException unknownType) {
            return foreign(mapper, payload, true, unknownType);
        } catch (IOException unreadable) {
            return foreign(mapper, payload, false, unreadable);
        }
    }

    private static <E extends MinoriEvent> Reading<E> foreign(
            ObjectMapper mapper, byte[] payload, boolean typeUnknown, IOException why) {
        String error = message(why);
        try {
            JsonNode tree = mapper.readTree(payload);
            Head head = new Head(
                    UUID.fromString(tree.path("workspaceId").asText()),
                    tree.path("key").asText(),
                    UUID.fromString(tree.path("eventId").asText()),
                    tree.path("keySequence").asLong(),
                    Instant.parse(tree.path("recordedAt").asText()),
                    tree.path("mustUnderstand").asBoolean(true));
            if (!head.key().startsWith(head.workspaceId() + "|")) {
                return new Unreadable<>("key does not belong to the workspace");
            }
            return new Foreign<>(head, typeUnknown, error);
        } catch (IOException | RuntimeException noEnvelope) {
            return new Unreadable<>(error);
        }
    }

    /** Without the offending value: it may be personal. */
    private static String message(IOException why) {
        return why instanceof JsonProcessingException json ? json.getOriginalMessage() : why.toString();
    }
}
