package dev.minori.sync.source;

/** What the values of a source field are, after reading. */
public enum SourceType {
    TEXT,
    NUMBER,
    FLAG,
    /** A calendar day without zone. */
    DAY,
    /** A point in time. */
    MOMENT,
    /** Several texts: multi-select picklists, check boxes, users. */
    TEXTS,
    /** Tables, files and other structures: kept as they came. Of a table a mapping takes one column at a time. */
    STRUCTURE
}
