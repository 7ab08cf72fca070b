package dev.minori.events;

/** The state of a customer's health: 良好, 注意, 危険, 判定不可. */
public enum HealthBand {
    GOOD,
    WATCH,
    AT_RISK,
    /** Too little is known for a score. Not a bad score and not a good one. */
    UNKNOWN
}
