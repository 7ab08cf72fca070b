package dev.minori.sync.schema;

import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how an object's fields changed between two looks. */
final class SchemaDiff {
    private SchemaDiff() {}

    static List<FieldChange> between(SourceSchema before, SourceSchema after) {
        Map<String, SourceField> known = byCode(before);
        Map<String, SourceField> now = byCode(after);
        List<FieldChange> changes = new ArrayList<>();
        for (SourceField field : before.fields()) {
            SourceField still = now.get(field.code());
            if (still == null) {
                changes.add(change(ChangeKind.REMOVED, field, field.nativeType(), null));
                continue;
            }
            if (field.readable() && !still.readable()) {
                changes.add(change(ChangeKind.ACCESS_LOST, still, field.nativeType(), still.nativeType()));
            }
            if (!field.nativeType().equals(still.nativeType())
                    || !Objects.equals(field.referenceTo(), still.referenceTo())) {
                changes.add(change(ChangeKind.RETYPED, still, typeOf(field), typeOf(still)));
            }
            if (!field.required() && still.required()) {
                changes.add(change(ChangeKind.MADE_REQUIRED, still, field.nativeType(), still.nativeType()));
            }
        }
        after.fields().stream()
                .filter(field -> !known.containsKey(field.code()))
                .forEach(field -> changes.add(change(ChangeKind.ADDED, field, null, field.nativeType())));
        return changes;
    }

    private static FieldChange change(
            ChangeKind kind, SourceField field, @Nullable String before, @Nullable String after) {
        return new FieldChange(kind, field.code(), field.label(), before, after);
    }

    private static String typeOf(SourceField field) {
        return field.referenceTo() == null ? field.nativeType() : field.nativeType() + "(" + field.referenceTo() + ")";
    }

    private static Map<String, SourceField> byCode(SourceSchema schema) {
        return schema.fields().stream()
                .collect(Collectors.toMap(SourceField::code, Function.identity(), (first, _) -> first));
    }
}
