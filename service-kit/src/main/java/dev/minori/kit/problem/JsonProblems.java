package dev.minori.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bodies that are not JSON, or JSON that does not fit: told with the place, never with a class name of ours. */
final class JsonProblems {
    private JsonProblems() {}

    static Response of(JsonProcessingException failure, HttpHeaders request) {
        if (failure instanceof JsonMappingException mapping
                && !(mapping.getCause() instanceof JsonProcessingException)) {
            FieldError error = error(mapping);
            return ProblemResponses.of(KitProblem.INVALID_REQUEST, error.detail(), List.of(error), request);
        }
        return ProblemResponses.of(KitProblem.MALFORMED_JSON, malformed(failure.getLocation()), request);
    }

    private static Wording malformed(@Nullable JsonLocation at) {
        return at == null
                ? new Wording("本文がJSONとして正しくありません。", "The body is not valid JSON.")
                : new Wording(
                        "本文がJSONとして正しくありません(%d行目、%d文字目)。".formatted(at.getLineNr(), at.getColumnNr()),
                        "The body is not valid JSON (line %d, column %d).".formatted(at.getLineNr(), at.getColumnNr()));
    }

    private static FieldError error(JsonMappingException failure) {
        String pointer = pointer(failure.getPath());
        return switch (failure) {
            case InvalidFormatException format -> new FieldError(pointer, "invalid-format", invalidFormat(format));
            case InvalidTypeIdException _ ->
                new FieldError(pointer, "unknown-type", new Wording("この種類はありません。", "There is no such type."));
            case PropertyBindingException unknown ->
                new FieldError(
                        pointer,
                        "unknown-field",
                        new Wording(
                                "「%s」という項目はありません。".formatted(unknown.getPropertyName()),
                                "There is no field '%s' here.".formatted(unknown.getPropertyName())));
            case InvalidNullException _ -> new FieldError(pointer, "required", required());
            case ValueInstantiationException refused -> new FieldError(pointer, "invalid-value", refused(refused));
            default ->
                isMissing(failure)
                        ? new FieldError(pointer, "required", required())
                        : new FieldError(
                                pointer, "type-mismatch", new Wording("値の種類が違います。", "The value is of the wrong type."));
        };
    }

    private static boolean isMissing(JsonMappingException failure) {
        String message = failure.getOriginalMessage();
        return message != null
                && (message.startsWith("Missing required creator property")
                        || message.startsWith("Cannot map `null` into type"));
    }

    private static Wording required() {
        return new Wording("必須です。", "This is required.");
    }

    private static Wording refused(ValueInstantiationException refused) {
        return refused.getCause() instanceof IllegalArgumentException reason && reason.getMessage() != null
                ? Wording.same(reason.getMessage())
                : new Wording("この値は使えません。", "This value cannot be used.");
    }

    private static Wording invalidFormat(InvalidFormatException format) {
        Class<?> target = format.getTargetType();
        if (target != null && target.isEnum()) {
            String allowed = Arrays.stream(target.getEnumConstants())
                    .map(EnumNames::onWire)
                    .collect(Collectors.joining(", "));
            return new Wording("次のどれかにしてください: " + allowed, "Must be one of " + allowed + ".");
        }
        return new Wording("値の形式が正しくありません。", "The value does not have the right form.");
    }

    /** RFC 6901. */
    private static String pointer(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
