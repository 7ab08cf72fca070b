package dev.minori.console.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a problem (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>).
 *
 * @param type URI of the type; where a service is the cause, its name is the fragment, so that each has a type of its own
 * @param service the service that is the cause, for example {@code scoring}; absent if none is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String service) {}
