package dev.minori.sync.check;

import dev.minori.sync.source.SourceField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading one object would mean.
 *
 * @param label null if the object cannot be seen
 * @param visible whether the connection's user can see the object at all
 * @param records how many records it can see
 * @param missingFields fields that the ready-made mappings of the object need and the connection's user cannot see
 * @param callsPerDay what reading it every five minutes would cost
 */
public record CheckedObject(
        String name,
        @Nullable String label,
        boolean visible,
        long records,
        List<CheckedField> fields,
        List<String> missingFields,
        long callsPerDay) {
    public CheckedObject {
        fields = List.copyOf(fields);
        missingFields = List.copyOf(missingFields);
    }

    /** A field and whether it is read. */
    public record CheckedField(SourceField field, FieldVerdict verdict) {}

    /** Codes of the fields that a mapping should exclude to begin with. */
    public List<String> excluded() {
        return fields.stream()
                .filter(field -> field.verdict().isExcluded())
                .map(field -> field.field().code())
                .toList();
    }
}
