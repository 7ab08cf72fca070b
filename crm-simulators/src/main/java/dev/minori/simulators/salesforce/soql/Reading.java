package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * In whose name and when a query is read.
 *
 * @param today the date in the org's zone that date literals count from
 * @param hiddenAsOf rows that become visible only after this instant are left out; null when there are none
 */
public record Reading(
        String org,
        OrgSchema schema,
        LocalDate today,
        ZoneId zone,
        @Nullable Instant hiddenAsOf) {

    /** A query of an org's user, read now. */
    public static Reading of(Org org, String userId, Clock clock) {
        Instant now = clock.instant();
        return new Reading(
                org.name(),
                org.schemaOf(userId),
                now.atZone(org.zone()).toLocalDate(),
                org.zone(),
                org.trouble().rowsAreHidden() ? now : null);
    }
}
