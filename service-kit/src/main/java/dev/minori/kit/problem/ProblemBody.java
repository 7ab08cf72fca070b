package dev.minori.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a problem (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>).
 *
 * @param type URI of the type; its page says what to do
 * @param title the type in a few words
 * @param detail what happened this time
 * @param errors the fields that are wrong; absent if none is
 * @param incident identity of an internal error, the same in the log; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        List<Field> errors,
        @Nullable UUID incident) {

    /** One field error in the client's language. */
    public record Field(String pointer, String code, String detail) {}

    public ProblemBody {
        errors = List.copyOf(errors);
    }
}
