package dev.minori.kit.etag;

/** A view whose answer carries its version as ETag, see {@link Versions#require}. */
public interface Versioned {
    long version();
}
