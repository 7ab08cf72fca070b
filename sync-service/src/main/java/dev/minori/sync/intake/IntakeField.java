package dev.minori.sync.intake;

import dev.minori.sync.source.SourceType;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a field of the records sent.
 *
 * @param declared the type that somebody declared
 * @param seen the type of the values seen; text if they were of several types
 */
public record IntakeField(
        String code,
        String label,
        @Nullable SourceType declared,
        @Nullable SourceType seen) {

    /** What mappings take its values for. */
    public SourceType type() {
        if (declared != null) {
            return declared;
        }
        return seen == null ? SourceType.TEXT : seen;
    }

    /** The same after a value of a type was seen. */
    IntakeField with(SourceType another) {
        SourceType both = seen == null || seen == another ? another : SourceType.TEXT;
        return both == seen ? this : new IntakeField(code, label, declared, both);
    }
}
