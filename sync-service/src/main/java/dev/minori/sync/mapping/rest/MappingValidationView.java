package dev.minori.sync.mapping.rest;

import dev.minori.kit.problem.FieldError;
import java.util.List;

/** What is wrong with a document, each mistake at its place; nothing if it can be saved and published. */
public record MappingValidationView(boolean valid, List<MistakeView> errors) {

    /**
     * One mistake.
     *
     * @param pointer JSON pointer into the document
     * @param code stable word for programs
     */
    public record MistakeView(String pointer, String code, String ja, String en) {}

    static MappingValidationView of(List<FieldError> errors) {
        return new MappingValidationView(
                errors.isEmpty(),
                errors.stream()
                        .map(error -> new MistakeView(
                                error.pointer(),
                                error.code(),
                                error.detail().ja(),
                                error.detail().en()))
                        .toList());
    }
}
