package dev.minori.sync.connection.rest;

import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An object's fields as JSON. */
public record SchemaView(
        String name,
        String label,
        String keyField,
        @Nullable String changeField,
        List<FieldView> fields) {

    /**
     * @param type as the source calls it
     * @param kind text, number, flag, day, moment, texts or structure
     * @param role key, data, formula, reference or system
     * @param personalGuess whether it looks like it tells of a person
     * @param columns of a table; a mapping reads them as {@code sum(table.column)}, see the guide
     */
    public record FieldView(
            String code,
            String label,
            String type,
            String kind,
            String role,
            boolean custom,
            boolean readable,
            boolean personalGuess,
            @Nullable String referenceTo,
            List<FieldView> columns) {
        static FieldView of(SourceField field, SourceSchema schema) {
            return new FieldView(
                    field.code(),
                    field.label(),
                    field.nativeType(),
                    field.type().name().toLowerCase(Locale.ROOT),
                    field.role().name().toLowerCase(Locale.ROOT),
                    field.custom(),
                    field.readable(),
                    field.personal(),
                    field.referenceTo(),
                    schema.tables().getOrDefault(field.code(), List.of()).stream()
                            .map(column -> of(column, schema))
                            .toList());
        }
    }

    static SchemaView of(SourceSchema schema) {
        return new SchemaView(
                schema.objectName(),
                schema.label(),
                schema.keyField(),
                schema.changeField(),
                schema.fields().stream()
                        .map(field -> FieldView.of(field, schema))
                        .toList());
    }
}
