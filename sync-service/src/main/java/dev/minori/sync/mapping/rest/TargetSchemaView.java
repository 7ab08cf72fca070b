package dev.minori.sync.mapping.rest;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.TargetSchema;
import java.util.List;
import java.util.Locale;

/** A dataset and the fields a mapping can fill in it. */
public record TargetSchemaView(String dataset, String ja, String en, List<TargetFieldView> fields) {

    /**
     * One field.
     *
     * @param kind text, whole_number, boolean, date, instant, money or member
     * @param required whether a row without it is rejected
     * @param personal whether it tells of a person
     * @param exclusiveEnd whether a last-day rule applies to it
     */
    public record TargetFieldView(
            String name, String ja, String en, String kind, boolean required, boolean personal, boolean exclusiveEnd) {
        static TargetFieldView of(TargetSchema.Field field) {
            return new TargetFieldView(
                    field.name(),
                    field.japanese(),
                    field.english(),
                    field.kind().name().toLowerCase(Locale.ROOT),
                    field.required(),
                    field.personal(),
                    field.exclusiveEnd());
        }
    }

    static TargetSchemaView of(Dataset dataset) {
        return new TargetSchemaView(
                dataset.wireName(),
                dataset.japanese(),
                dataset.english(),
                TargetSchema.of(dataset).fields().stream()
                        .map(TargetFieldView::of)
                        .toList());
    }
}
