package dev.minori.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes problems as answers. The JSON is made here and not by a message body writer, because a problem must also reach
 * a client whose Accept header fits nothing.
 */
final class ProblemResponses {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemResponses() {}

    static Response of(ProblemType type, Wording detail, List<FieldError> errors, HttpHeaders request) {
        return builder(type, detail, errors, null, request).build();
    }

    static Response of(ProblemType type, Wording detail, HttpHeaders request) {
        return of(type, detail, List.of(), request);
    }

    static Response.ResponseBuilder builder(
            ProblemType type, Wording detail, List<FieldError> errors, @Nullable UUID incident, HttpHeaders request) {
        Language language = Language.preferred(acceptable(request));
        return Response.status(type.status())
                .type(MediaType.valueOf(MEDIA_TYPE))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(write(type, detail, errors, incident, language));
    }

    /** The body as JSON. */
    static byte[] write(
            ProblemType type, Wording detail, List<FieldError> errors, @Nullable UUID incident, Language language) {
        return write(new ProblemBody(
                type.uri(),
                type.title().in(language),
                type.status(),
                detail.in(language),
                errors.stream()
                        .map(error -> new ProblemBody.Field(
                                error.pointer(), error.code(), error.detail().in(language)))
                        .toList(),
                incident));
    }

    private static List<Locale> acceptable(HttpHeaders request) {
        try {
            return request.getAcceptableLanguages();
        } catch (RuntimeException _) {
            return List.of(); // a header nobody can parse is no reason to answer with another error
        }
    }

    private static byte[] write(ProblemBody body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is always writable", impossible);
        }
    }
}
