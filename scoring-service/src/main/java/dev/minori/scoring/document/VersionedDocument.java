package dev.minori.scoring.document;

/** A document that cs-ops writes, of which drafts and published versions are kept. */
public interface VersionedDocument {
    /** Its name in URLs, unique among its kind. */
    String key();

    /** What people call it. */
    LocalText name();
}
