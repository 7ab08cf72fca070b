package dev.minori.scoring.expression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The here and now of an evaluation: a workspace, its zone, and one instant for every row of it.
 *
 * @param usageUntil the last day of windows over usage: the newest whose usage is complete, before today
 */
public record Moment(UUID workspaceId, ZoneId zone, Instant now, LocalDate usageUntil) {
    /** The workspace's local day. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
