package dev.minori.simulators.salesforce.query;

/** How an API writes instants in JSON. */
public enum Instants {
    /** {@code 2026-03-31T01:02:03.000+0000}. */
    REST,
    /** {@code 2026-03-31T01:02:03.000Z}. */
    ZULU,
    /** Milliseconds since 1970, as a number. */
    MILLISECONDS
}
