package dev.minori.sync.mapping.expression;

/** What a formula results in. */
public enum FormulaType {
    TEXT,
    NUMBER,
    FLAG,
    DAY,
    MOMENT,
    TEXTS,
    /** Always null. */
    NOTHING,
    /** A type no target can hold. */
    OTHER
}
