package dev.minori.sync.mapping;

/**
 * A version of a mapping was published; observed inside the transaction.
 *
 * @param rereads whether other source rows or fields are needed than before, so that the source must be read again
 */
public record MappingPublished(TableMapping mapping, MappingVersion version, boolean rereads) {}
