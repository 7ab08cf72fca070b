package dev.minori.events.fact;

/** The kinds of value a target field can hold. */
public enum FieldKind {
    TEXT,
    WHOLE_NUMBER,
    BOOLEAN,
    DATE,
    INSTANT,
    MONEY,
    /** A reference to a member of the workspace, resolved from the source's owner. */
    MEMBER
}
