package dev.minori.sync.source;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to read of an object: every readable field that is not excluded.
 *
 * @param filter a condition in the source's own language
 * @param excluded field codes that must never be fetched
 * @param atMost how many records are wanted of a whole read; null for all
 */
public record ReadPlan(
        SourceSchema schema,
        @Nullable String filter,
        Set<String> excluded,
        @Nullable Integer atMost) {
    public ReadPlan {
        excluded = Set.copyOf(excluded);
    }

    /** The same with no other fields than these, the key and the change stamp. */
    public ReadPlan narrowed(List<String> codes) {
        List<SourceField> fields = schema.fields().stream()
                .filter(field -> codes.contains(field.code())
                        || field.code().equals(schema.keyField())
                        || field.code().equals(schema.changeField()))
                .toList();
        SourceSchema narrow =
                new SourceSchema(schema.objectName(), schema.label(), schema.keyField(), schema.changeField(), fields);
        return new ReadPlan(narrow, filter, excluded);
    }

    /** The same for the records that meet one more condition, in the source's own language. */
    public ReadPlan and(String condition) {
        return new ReadPlan(schema, filter == null ? condition : "(" + filter + ") AND " + condition, excluded);
    }

    /** The fields to ask for: key first. */
    public List<SourceField> fields() {
        return schema.fields().stream()
                .filter(SourceField::readable)
                .filter(field -> !excluded.contains(field.code())
                        || field.code().equals(schema.keyField())
                        || field.code().equals(schema.changeField()))
                .sorted((a, b) -> Boolean.compare(
                        b.code().equals(schema.keyField()), a.code().equals(schema.keyField())))
                .toList();
    }

    /** All records. */
    public ReadPlan(SourceSchema schema, @Nullable String filter, Set<String> excluded) {
        this(schema, filter, excluded, null);
    }

    /** The same for so many records at most. */
    public ReadPlan limitedTo(int records) {
        return new ReadPlan(schema, filter, excluded, records);
    }
}
