package dev.minori.sync.mapping;

import dev.minori.events.fact.TargetSchema;
import java.time.Instant;

/**
 * Since when a target field is filled without a break. Rows that were kept before are mapped anew when a version adds a
 * field, so values from before are known too, but only from then on: a look back to an earlier knowledge shows none.
 *
 * @param version the version that began to fill it
 * @param knownFrom when that version was published
 */
public record KnownField(TargetSchema.Field field, int version, Instant knownFrom) {}
