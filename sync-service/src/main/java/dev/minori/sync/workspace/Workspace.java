package dev.minori.sync.workspace;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A tenant and its settings.
 *
 * @param fiscalYearStartMonth 1 to 12
 * @param currency reporting currency, ISO 4217
 * @param visibility whether members see all customers or those of their teams
 */
public record Workspace(
        UUID id,
        String name,
        ZoneId zone,
        int fiscalYearStartMonth,
        String currency,
        Visibility visibility,
        long version) {

    /** Whether the settings, apart from the version, are the same. */
    public boolean sameAs(Workspace other) {
        return withVersion(0).equals(other.withVersion(0));
    }

    /** The same at another version. */
    public Workspace withVersion(long newVersion) {
        return new Workspace(id, name, zone, fiscalYearStartMonth, currency, visibility, newVersion);
    }
}
