package dev.minori.sync.erasure;

import dev.minori.sync.raw.RawKey;

/** Rows of an object lost fields to an erasure and must be mapped anew; observed inside the transaction. */
public record RowsRedacted(RawKey key) {}
