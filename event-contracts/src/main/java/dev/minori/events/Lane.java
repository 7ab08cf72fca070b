package dev.minori.events;

/**
 * The two ways through outbox and broker. Bulk work yields to live changes, so that a first load of one workspace does
 * not delay another workspace's news.
 */
public enum Lane {
    LIVE,
    BULK
}
