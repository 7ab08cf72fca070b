package dev.minori.kit.parking;

import java.time.Instant;

/**
 * A key whose messages wait.
 *
 * @param reason short code of the failure that stopped it
 * @param waiting how many messages wait
 */
public record ParkedKey(String channel, String key, String reason, String detail, Instant parkedAt, long waiting) {}
