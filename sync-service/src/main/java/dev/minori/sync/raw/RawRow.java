package dev.minori.sync.raw;

import dev.minori.sync.source.SourceRecord;

/**
 * A record as it is kept now.
 *
 * @param version drawn anew with each change of the row
 * @param erased whether a person asked to be forgotten: nothing of the record may be kept
 */
public record RawRow(SourceRecord record, long version, boolean deleted, boolean erased) {}
