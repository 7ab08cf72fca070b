package dev.minori.sync.mapping;

import dev.minori.events.fact.Dataset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A table mapping as its author writes it.
 *
 * @param name what people call it
 * @param connection the connection's id or name
 * @param object the source object
 * @param filter a condition in the source's own language
 * @param key the source field that identifies a record; null for the source's own id
 * @param lastDayRules by target field; the default is that a source means the last day
 * @param effectiveDate source field that says since when a record's values hold
 * @param schedule time between incremental runs
 * @param excludedFields source fields that are never fetched
 */
public record MappingDocument(
        String name,
        String connection,
        String object,
        @Nullable String filter,
        Dataset dataset,
        @Nullable String key,
        CustomerLink customerLink,
        List<FieldMapping> fields,
        Map<String, LastDayRule> lastDayRules,
        @Nullable String effectiveDate,
        Duration schedule,
        DeletePolicy deletePolicy,
        Set<String> excludedFields) {
    public static final Duration DEFAULT_SCHEDULE = Duration.ofMinutes(5);

    public MappingDocument {
        fields = List.copyOf(fields);
        lastDayRules = java.util.Collections.unmodifiableMap(new TreeMap<>(lastDayRules));
        excludedFields = java.util.Collections.unmodifiableSet(new TreeSet<>(excludedFields));
    }

    /** The same for a connection named in another way. */
    public MappingDocument withConnection(String other) {
        return new MappingDocument(
                name,
                other,
                object,
                filter,
                dataset,
                key,
                customerLink,
                fields,
                lastDayRules,
                effectiveDate,
                schedule,
                deletePolicy,
                excludedFields);
    }

    /** The same with other fields. */
    public MappingDocument withFields(List<FieldMapping> others) {
        return new MappingDocument(
                name,
                connection,
                object,
                filter,
                dataset,
                key,
                customerLink,
                others,
                lastDayRules,
                effectiveDate,
                schedule,
                deletePolicy,
                excludedFields);
    }

    /** What a source means by the date that fills this target. */
    public LastDayRule lastDayRule(String target) {
        return lastDayRules.getOrDefault(target, LastDayRule.LAST_DAY);
    }
}
