package dev.minori.simulators.kintone.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an app.
 *
 * @param code what records and queries call it
 * @param options choices, in their order
 * @param fields fields of a table's rows
 * @param unit shown behind a number
 * @param lookup where its value must come from, or null
 * @param expression the formula of a calculated field or text, or null
 * @param format what a calculated field shows: {@code NUMBER}, {@code DATE} and so on
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record AppField(
        String code,
        String label,
        FieldType type,
        boolean required,
        boolean unique,
        @Nullable Integer maxLength,
        @Nullable Integer minLength,
        @Nullable String minValue,
        @Nullable String maxValue,
        @Nullable String defaultValue,
        @Nullable String unit,
        @Nullable List<String> options,
        @Nullable List<AppField> fields,
        @Nullable Lookup lookup,
        @Nullable String expression,
        @Nullable String format) {

    /** Choices; empty for other types. */
    public List<String> choices() {
        return options == null ? List.of() : options;
    }

    /** Fields of the rows; empty for other types. */
    public List<AppField> columns() {
        return fields == null ? List.of() : fields;
    }

    /** Its value comes from a formula, whatever callers give. */
    public boolean calculated() {
        return expression != null && !expression.isEmpty();
    }

    /** Callers may give values. */
    public boolean given() {
        return type.given() && !calculated();
    }

    static AppField system(String code, FieldType type) {
        return new AppField(
                code, code, type, false, false, null, null, null, null, null, null, null, null, null, null, null);
    }
}
