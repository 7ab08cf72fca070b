package dev.minori.simulators.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes up for nights that passed: continues each customer's usage from the last generated day to yesterday, so that
 * data generated last week, or looked at with a clock that was sent ahead, does not look as if everybody had stopped
 * working.
 */
public final class UsageCatchUp {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final int LONGEST_GAP_DAYS = 400;
    private static final String UNTIL = "usageUntil";

    private final Database database;

    public UsageCatchUp(Database database) {
        this.database = database;
    }

    /** Adds the missing days of an org and tells how many rows that were. */
    public long run(Org org, Instant now) throws SQLException {
        return database.transact(connection -> {
            Optional<String> stored = Sql.first(
                    connection,
                    row -> row.getString(1),
                    "select seed from sf_org where name = ? for update",
                    org.name());
            return stored.isEmpty() ? 0L : continued(connection, org, parsed(stored.get()), now);
        });
    }

    private static ObjectNode parsed(String stored) throws SQLException {
        try {
            JsonNode seed = Json.MAPPER.readTree(stored);
            if (seed instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new SQLException("stored seed cannot be read", e);
        }
        throw new SQLException("stored seed is not an object");
    }

    private static long continued(Connection connection, Org org, ObjectNode seed, Instant now) throws SQLException {
        SeedPlan plan = SeedPlan.of(seed, now);
        LocalDate until = now.atZone(ZONE).toLocalDate();
        LocalDate from = LocalDate.parse(seed.path(UNTIL).asText(plan.today().toString()));
        if (plan.usageDays() == 0 || !from.isBefore(until)) {
            return 0;
        }
        LocalDate earliest = until.minusDays(LONGEST_GAP_DAYS);
        LocalDate start = from.isBefore(earliest) ? earliest : from;
        RowLoader rows = new RowLoader(connection, org, plan, Owners.demo());
        String table = org.schema().table(rows.object("DailyUsage__c"));
        Set<String> known = new HashSet<>(Sql.list(
                connection,
                row -> row.getString(1),
                "select \"UsageKey__c\" from " + table + " where \"Date__c\" >= ? and \"UsageKey__c\" is not null",
                start));
        long next = Sql.number(
                connection,
                "select next_number from sf_object where org = ? and name = 'DailyUsage__c' for update",
                org.name());
        new EventRows(rows).usage(start, until, now, next, known, List.of());
        seed.put(UNTIL, until.toString());
        Sql.update(connection, "update sf_org set seed = ? where name = ?", seed.toString(), org.name());
        return rows.loaded().getOrDefault("DailyUsage__c", 0L);
    }
}
