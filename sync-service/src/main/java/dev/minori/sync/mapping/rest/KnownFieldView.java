package dev.minori.sync.mapping.rest;

import dev.minori.sync.mapping.KnownField;
import java.time.Instant;

/**
 * Since when a target field is filled without a break.
 *
 * @param version the version that began to fill it
 * @param knownFrom when that version was published: looking back to what was known earlier, the field is empty
 */
public record KnownFieldView(String target, String ja, String en, int version, Instant knownFrom) {
    static KnownFieldView of(KnownField known) {
        return new KnownFieldView(
                known.field().name(),
                known.field().japanese(),
                known.field().english(),
                known.version(),
                known.knownFrom());
    }
}
