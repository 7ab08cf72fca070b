package dev.minori.sync.source;

/** What a field does in its object; mappings and completeness checks treat the roles differently. */
public enum FieldRole {
    KEY,
    DATA,
    /** Computed by the source on reading: its changes do not move the record's change stamp. */
    FORMULA,
    /** Points to a record of another object. */
    REFERENCE,
    /** Kept by the source itself: creator, stamps, revision. */
    SYSTEM
}
