package dev.minori.events.fact;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The fields a mapping can fill in one dataset, read off the components of its record: one concept, one name, from the
 * mapping to the table.
 */
public record TargetSchema(Dataset dataset, List<Field> fields) {

    /** One field: its name as in JSON, its kind, labels and duties. */
    public record Field(
            String name,
            FieldKind kind,
            String japanese,
            String english,
            boolean required,
            boolean personal,
            boolean exclusiveEnd) {}

    public TargetSchema {
        fields = List.copyOf(fields);
    }

    /** The schema of a dataset, fields in the order of the record's components. */
    public static TargetSchema of(Dataset dataset) {
        return new TargetSchema(
                dataset,
                Arrays.stream(dataset.valuesType().getRecordComponents())
                        .map(TargetSchema::field)
                        .toList());
    }

    /** The field called so, if there is one. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static Field field(RecordComponent component) {
        TargetField told = component.getAnnotation(TargetField.class);
        if (told == null) {
            throw new IllegalStateException(component + " carries no @TargetField");
        }
        return new Field(
                component.getName(),
                kind(component.getType()),
                told.ja(),
                told.en(),
                told.required(),
                told.personal(),
                told.exclusiveEnd());
    }

    private static FieldKind kind(Class<?> type) {
        if (type == String.class) {
            return FieldKind.TEXT;
        }
        if (type == Long.class) {
            return FieldKind.WHOLE_NUMBER;
        }
        if (type == Boolean.class) {
            return FieldKind.BOOLEAN;
        }
        if (type == LocalDate.class) {
            return FieldKind.DATE;
        }
        if (type == Instant.class) {
            return FieldKind.INSTANT;
        }
        if (type == Money.class) {
            return FieldKind.MONEY;
        }
        if (type == UUID.class) {
            return FieldKind.MEMBER;
        }
        throw new IllegalStateException("no field kind for " + type);
    }
}
