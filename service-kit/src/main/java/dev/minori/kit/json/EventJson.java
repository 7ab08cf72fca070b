package dev.minori.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.minori.events.Envelope;
import dev.minori.events.MinoriEvent;
import java.io.IOException;

/**
 * JSON of everything that stands on a topic or in the outbox.
 *
 * <p>Readers are tolerant of what is new and strict about what is missing: a property they do not know is ignored, so
 * that version N can add one while readers of N−1 run; an enum constant they do not know fails (a guess would be
 * wrong), as does a component that is absent or null although it is not {@code @Nullable}.
 *
 * <p>Instants are ISO-8601 text with all their digits, dates are {@code 2026-03-31}.
 */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new NullMarkedIntrospector()))
            .build();

    private EventJson() {}

    /** An envelope as it stands on its topic. */
    public static byte[] write(Envelope<?> envelope) {
        try {
            return MAPPER.writeValueAsBytes(envelope);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("an envelope that cannot be written: " + envelope.eventId(), failure);
        }
    }

    /**
     * An envelope from its topic.
     *
     * @throws IOException if the bytes are not JSON, lack something, or hold a type of event that this version does not
     *     know
     */
    public static <E extends MinoriEvent> Envelope<E> read(byte[] bytes, Class<E> eventType) throws IOException {
        return MAPPER.readValue(bytes, MAPPER.getTypeFactory().constructParametricType(Envelope.class, eventType));
    }

    /** The shared mapper; it is safe for use by many threads and must not be reconfigured. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * The type of an envelope of a topic's events. Needed to write as well as to read: without it, erasure hides the
     * interface that says how an event's {@code type} is written.
     */
    public static JavaType envelopeOf(Class<? extends MinoriEvent> eventType) {
        return MAPPER.getTypeFactory().constructParametricType(Envelope.class, eventType);
    }
}
