package dev.minori.kit.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer where: a JSON pointer into the body ({@code /fields/0/source}), or {@code query:limit},
 *     {@code path:id}, {@code header:If-Match}
 * @param code stable word for programs, for example {@code required}
 * @param detail sentence for people
 */
public record FieldError(String pointer, String code, Wording detail) {

    /** An error whose sentence is the same in every language. */
    public FieldError(String pointer, String code, String detail) {
        this(pointer, code, Wording.same(detail));
    }
}
