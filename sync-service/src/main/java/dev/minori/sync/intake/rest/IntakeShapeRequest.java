package dev.minori.sync.intake.rest;

import dev.minori.sync.intake.IntakeField;
import dev.minori.sync.source.SourceType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of records are.
 *
 * @param label what people call the records
 * @param fields all that are to be declared; id and updatedAt are known and are not among them
 */
public record IntakeShapeRequest(
        @NotBlank @Size(max = 100) String label,
        @NotNull @Size(max = 500) List<@Valid @NotNull FieldRequest> fields) {

    /** @param type what its values are; days as 2026-03-31, moments as 2026-03-31T09:00:00Z */
    public record FieldRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = "(?!id$|updatedAt$).*")
            String code,

            @Nullable @Size(max = 200) String label,

            @NotNull @Pattern(regexp = "text|number|flag|day|moment|texts")
            String type) {
        IntakeField field() {
            return new IntakeField(
                    code, label == null ? code : label, SourceType.valueOf(type.toUpperCase(Locale.ROOT)), null);
        }
    }
}
