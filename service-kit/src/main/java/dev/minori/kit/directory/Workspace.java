package dev.minori.kit.directory;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A workspace's settings.
 *
 * @param fiscalYearStartMonth 1 to 12
 * @param currency reporting currency, ISO 4217
 * @param visibility {@code all} or {@code owner-and-team}
 */
public record Workspace(
        UUID id, String name, ZoneId zone, int fiscalYearStartMonth, String currency, String visibility) {}
