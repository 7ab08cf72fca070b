package dev.minori.sync.intake.rest;

import dev.minori.kit.etag.Versioned;
import dev.minori.sync.intake.IntakeField;
import dev.minori.sync.intake.IntakeObject;
import dev.minori.sync.source.SourceType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of the fields of records, as JSON. */
public record IntakeShapeView(String name, String label, Instant firstAt, List<FieldView> fields, long version)
        implements Versioned {

    /**
     * @param type what mappings take its values for
     * @param declared the type somebody declared
     * @param seen the type of the values that were sent
     */
    public record FieldView(
            String code,
            String label,
            String type,
            @Nullable String declared,
            @Nullable String seen) {
        static FieldView of(IntakeField field) {
            return new FieldView(
                    field.code(), field.label(), wire(field.type()), find(field.declared()), find(field.seen()));
        }

        private static @Nullable String find(@Nullable SourceType type) {
            return type == null ? null : wire(type);
        }

        private static String wire(SourceType type) {
            return type.name().toLowerCase(Locale.ROOT);
        }
    }

    static IntakeShapeView of(IntakeObject object) {
        return new IntakeShapeView(
                object.name(),
                object.label(),
                object.firstAt(),
                object.fields().values().stream().map(FieldView::of).toList(),
                object.version());
    }
}
