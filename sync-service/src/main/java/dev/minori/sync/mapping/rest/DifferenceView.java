package dev.minori.sync.mapping.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.TargetSchema;
import dev.minori.sync.mapping.document.DocumentDifference;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which two versions of a mapping differ.
 *
 * @param part a member of the document, for example {@code filter}; {@code fields} for a target field
 * @param target the target field, null for what concerns the whole mapping
 * @param ja the target field's label
 * @param en the target field's label
 * @param before as it stands in the document, null if it was not there
 * @param after as it stands in the document, null if it is no longer there
 */
public record DifferenceView(
        String part,
        @Nullable String target,
        @Nullable String ja,
        @Nullable String en,

        @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable
        String before,

        @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable
        String after) {
    static DifferenceView of(DocumentDifference difference, Dataset dataset) {
        String target = difference.target();
        Optional<TargetSchema.Field> field =
                target == null ? Optional.empty() : TargetSchema.of(dataset).field(target);
        return new DifferenceView(
                difference.part(),
                target,
                field.map(TargetSchema.Field::japanese).orElse(null),
                field.map(TargetSchema.Field::english).orElse(null),
                difference.before(),
                difference.after());
    }
}
