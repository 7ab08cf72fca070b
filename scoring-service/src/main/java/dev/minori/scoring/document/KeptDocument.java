package dev.minori.scoring.document;

/**
 * A version of a document as a change left it.
 *
 * @param revision of the whole document, for its ETag
 */
public record KeptDocument<D extends VersionedDocument>(DocumentVersion<D> version, long revision) {}
