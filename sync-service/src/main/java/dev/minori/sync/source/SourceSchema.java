package dev.minori.sync.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of a source and its fields, as described at one moment.
 *
 * @param keyField the field whose value identifies a record for ever
 * @param changeField the field that holds when a record last changed; null if the object has none
 * @param tables the columns of those fields that are tables
 */
public record SourceSchema(
        String objectName,
        String label,
        String keyField,
        @Nullable String changeField,
        List<SourceField> fields,
        Map<String, List<SourceField>> tables) {
    public SourceSchema {
        fields = List.copyOf(fields);
        tables = Map.copyOf(tables);
    }

    /** An object without tables. */
    public SourceSchema(
            String objectName, String label, String keyField, @Nullable String changeField, List<SourceField> fields) {
        this(objectName, label, keyField, changeField, fields, Map.of());
    }

    /** The field with this code, if there is one. */
    public Optional<SourceField> field(String code) {
        return fields.stream().filter(field -> field.code().equals(code)).findFirst();
    }
}
