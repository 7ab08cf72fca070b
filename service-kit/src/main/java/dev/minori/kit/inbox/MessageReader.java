package dev.minori.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import dev.minori.events.Envelope;
import dev.minori.events.MinoriEvent;
import dev.minori.kit.json.EventJson;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads bytes into a message, as far as this version of the service can. */
final class MessageReader {
    private static final String BAD_KEY = "the key has characters that no key has";

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
            return isKey(envelope.key()) ? new Understood<>(envelope) : new Unreadable<>(BAD_KEY);
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
            if (!isKey(head.key())) {
                return new Unreadable<>(BAD_KEY);
            }
            return new Foreign<>(head, typeUnknown, error);
        } catch (IOException | RuntimeException noEnvelope) {
            return new Unreadable<>(error);
        }
    }

    /** Keys are ids and words; what is not printable the database may refuse, and nothing could be kept under it. */
    private static boolean isKey(String key) {
        return key.chars().allMatch(each -> each > ' ' && each < 0x7f);
    }

    /** What kind of fault and where, without any value: it may be personal, or hold what no column takes. */
    private static String message(IOException why) {
        StringBuilder text = new StringBuilder(why.getClass().getSimpleName());
        if (why instanceof InvalidTypeIdException unknown && isName(unknown.getTypeId())) {
            text.append(": type ").append(unknown.getTypeId());
        }
        if (why instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            text.append(" at ")
                    .append(mapping.getPath().stream().map(MessageReader::step).collect(Collectors.joining(".")));
        }
        if (why instanceof JsonProcessingException json && json.getLocation() != null) {
            text.append(", byte ").append(json.getLocation().getByteOffset());
        }
        return text.toString();
    }

    private static String step(JsonMappingException.Reference reference) {
        String field = reference.getFieldName();
        if (field == null) {
            return Integer.toString(reference.getIndex());
        }
        return isName(field) ? field : "?";
    }

    private static boolean isName(@Nullable String text) {
        return text != null && text.length() <= 60 && text.matches("[A-Za-z][A-Za-z0-9.-]*");
    }
}
