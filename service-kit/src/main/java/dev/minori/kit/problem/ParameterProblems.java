package dev.minori.kit.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters that could not be converted. Jakarta REST turns one in the query into 404 and does not say which one it
 * was; the parameter whose value the failure quotes is the one.
 */
final class ParameterProblems {
    private ParameterProblems() {}

    static Response of(WebApplicationException failure, UriInfo uri, HttpHeaders request) {
        Throwable cause = failure.getCause();
        String message = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
        if (quoted(message, uri.getPathParameters()).isPresent()) {
            return ProblemResponses.of(
                    KitProblem.NOT_FOUND,
                    new Wording("このアドレスには何もありません。", "There is nothing at this address."),
                    request);
        }
        Wording detail =
                new Wording("パラメーターの値が正しい形式ではありません。", "The value of a parameter does not have the right form.");
        List<FieldError> errors = quoted(message, uri.getQueryParameters())
                .map(name -> "query:" + name)
                .or(() -> quoted(message, request.getRequestHeaders()).map(name -> "header:" + name))
                .map(pointer -> List.of(new FieldError(pointer, "invalid-format", detail)))
                .orElse(List.of());
        return ProblemResponses.of(KitProblem.INVALID_PARAMETER, detail, errors, request);
    }

    private static Optional<String> quoted(String message, MultivaluedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(value -> !value.isEmpty() && message.contains(value)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
