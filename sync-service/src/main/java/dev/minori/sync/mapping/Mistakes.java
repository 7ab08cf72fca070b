package dev.minori.sync.mapping;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes found in a mapping, each at its place. */
final class Mistakes {
    private final MappingDocument document;
    private final SourceSchema source;
    private final List<FieldError> errors = new ArrayList<>();

    Mistakes(MappingDocument document, SourceSchema source) {
        this.document = document;
        this.source = source;
    }

    List<FieldError> all() {
        return List.copyOf(errors);
    }

    /** The source field with this code; null, and noted, if there is none that is read. */
    @Nullable
    SourceField known(String code, String at) {
        SourceField field = source.field(code).orElse(null);
        if (field == null) {
            error(
                    at,
                    "unknown-field",
                    source.label() + "に「" + code + "」という項目はありません。",
                    source.label() + " has no field " + code + ".");
        } else if (!field.readable() || document.excludedFields().contains(code)) {
            error(at, "unreadable-field", "「" + code + "」は取得しない項目です。", code + " cannot be read or is excluded.");
        }
        return field;
    }

    void add(FieldError error) {
        errors.add(error);
    }

    void error(String pointer, String code, String ja, String en) {
        errors.add(new FieldError(pointer, code, new Wording(ja, en)));
    }
}
