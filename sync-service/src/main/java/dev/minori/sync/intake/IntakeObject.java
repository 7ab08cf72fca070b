package dev.minori.sync.intake;

import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.PersonalGuess;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one kind of records that a system sends.
 *
 * @param version 0 before it is kept
 * @param fields by code, without the id and the stamp that every record has
 */
public record IntakeObject(
        String name, String label, long version, Instant firstAt, SortedMap<String, IntakeField> fields) {
    /** The field that identifies a record: the same id is the same record for ever. */
    public static final String ID = "id";

    /** The field by which a sender says which of two versions of a record is newer. */
    public static final String STAMP = "updatedAt";

    static final int MOST_FIELDS = 1_000;

    public IntakeObject {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    static IntakeObject unknown(String name, Instant now) {
        return new IntakeObject(name, name, 0, now, new TreeMap<>());
    }

    /** Whether a record with these values would have more fields than are kept. */
    boolean overflowsWith(SortedMap<String, SourceValue> values) {
        long more = values.keySet().stream()
                .filter(code -> !isOwn(code) && !fields.containsKey(code))
                .count();
        return fields.size() + more > MOST_FIELDS;
    }

    /** The same after a record with these values was seen; this very object if it taught nothing. */
    IntakeObject with(SortedMap<String, SourceValue> values) {
        SortedMap<String, IntakeField> known = new TreeMap<>(fields);
        values.forEach((code, value) -> {
            if (!isOwn(code)) {
                IntakeField field = known.getOrDefault(code, new IntakeField(code, code, null, null));
                known.put(code, field.with(Typing.of(value)));
            }
        });
        return known.equals(fields) ? this : new IntakeObject(name, label, version, firstAt, known);
    }

    /** The same with other declarations; what was seen stays. */
    IntakeObject declaring(String otherLabel, List<IntakeField> declarations) {
        SortedMap<String, IntakeField> known = new TreeMap<>();
        fields.forEach((code, field) -> {
            if (field.seen() != null) {
                known.put(code, new IntakeField(code, code, null, field.seen()));
            }
        });
        for (IntakeField declared : declarations) {
            IntakeField before = known.get(declared.code());
            SourceType seen = before == null ? null : before.seen();
            known.put(declared.code(), new IntakeField(declared.code(), declared.label(), declared.declared(), seen));
        }
        return new IntakeObject(name, otherLabel, version, firstAt, known);
    }

    /** The values as they were declared; those of other fields as they came. */
    static SortedMap<String, SourceValue> typed(
            SortedMap<String, SourceValue> values, Map<String, SourceType> declared) {
        SortedMap<String, SourceValue> typed = new TreeMap<>();
        values.forEach((code, value) -> typed.put(code, typed(value, declared.get(code))));
        return typed;
    }

    private static SourceValue typed(SourceValue value, @Nullable SourceType declared) {
        if (declared != null) {
            return Typing.as(value, declared);
        }
        // Nobody declares the type any more that it could not be read as.
        return value instanceof SourceValue.Unreadable(String _, SourceType expected)
                        && expected != SourceType.TEXTS
                        && expected != SourceType.STRUCTURE
                        && expected != SourceType.NUMBER
                ? Typing.as(value, SourceType.TEXT)
                : value;
    }

    Map<String, SourceType> declaredTypes() {
        Map<String, SourceType> types = new TreeMap<>();
        fields.forEach((code, field) -> {
            if (field.declared() != null) {
                types.put(code, field.declared());
            }
        });
        return types;
    }

    /** The declared types in a description that this made. */
    static Map<String, SourceType> declaredIn(SourceSchema schema) {
        Map<String, SourceType> types = new TreeMap<>();
        schema.fields().stream().filter(SourceField::custom).forEach(field -> types.put(field.code(), field.type()));
        return types;
    }

    /** How it looks to mappings. What was declared is marked as made by somebody, as custom fields are elsewhere. */
    SourceSchema schema() {
        List<SourceField> described = new ArrayList<>();
        described.add(new SourceField(ID, ID, SourceType.TEXT, "id", FieldRole.KEY, false, true, false, null, true));
        described.add(
                new SourceField(STAMP, STAMP, SourceType.MOMENT, "moment", FieldRole.SYSTEM, false, true, false, null));
        fields.values().forEach(field -> {
            String type = field.type().name().toLowerCase(Locale.ROOT);
            described.add(new SourceField(
                    field.code(),
                    field.label(),
                    field.type(),
                    type,
                    FieldRole.DATA,
                    field.declared() != null,
                    true,
                    PersonalGuess.of(field.code(), field.label(), type),
                    null));
        });
        return new SourceSchema(name, label, ID, STAMP, described);
    }

    static boolean isOwn(String code) {
        return code.equals(ID) || code.equals(STAMP);
    }
}
