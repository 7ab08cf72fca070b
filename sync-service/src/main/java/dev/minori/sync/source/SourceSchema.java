package dev.minori.sync.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object of a source and its fields, as described at one moment.
 *
 * @param keyField the field whose value identifies a record for ever
 * @param changeField the field that holds when a record last changed; null if the object has none
 */
public record SourceSchema(
        String objectName,
        String label,
        String keyField,
        @Nullable String changeField,
        List<SourceField> fields) {
    public SourceSchema {
        fields = List.copyOf(fields);
    }

    /** The field with this code, if there is one. */
    public Optional<SourceField> field(String code) {
        return fields.stream().filter(field -> field.code().equals(code)).findFirst();
    }
}
