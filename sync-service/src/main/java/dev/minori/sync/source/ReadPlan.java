package dev.minori.sync.source;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to read of an object: every readable field that is not excluded.
 *
 * @param filter a condition in the source's own language
 * @param excluded field codes that must never be fetched
 */
public record ReadPlan(SourceSchema schema, @Nullable String filter, Set<String> excluded) {
    public ReadPlan {
        excluded = Set.copyOf(excluded);
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
}
