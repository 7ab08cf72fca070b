package dev.minori.simulators.salesforce.record;

import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.query.Values;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /sobjects/{object}/updated} and {@code /deleted}: what changed between two minutes. Seconds are cut off, both
 * ends belong to the span, and {@code latestDateCovered} may lag behind. Source: SOAP API Developer Guide,
 * {@code getUpdated()}, {@code getDeleted()} and "Polling for Changes".
 */
public final class ReplicationEndpoints {

    private static final Duration UPDATES_KEPT = Duration.ofDays(30);
    private static final Duration DELETIONS_KEPT = Duration.ofDays(15);
    private static final int MAX_RESULTS = 600_000;

    private final Database database;
    private final Clock clock;

    public ReplicationEndpoints(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Span(Instant start, Instant end) {}

    /** {@code GET /sobjects/{object}/updated?start=&end=}: ids of records created or changed. */
    public void updated(Call call) throws IOException, SQLException {
        ObjectType object = replicated(call);
        Span span = span(call, clock.instant().minus(UPDATES_KEPT), 30);
        Instant covered = covered(call.org(), span);
        List<String> ids = database.transact(connection -> Sql.list(
                connection,
                row -> row.getString(1),
                "select \"Id\" from " + call.schema().table(object)
                        + " where \"SystemModstamp\" >= ? and \"SystemModstamp\" <= ? and not \"IsDeleted\""
                        + " and not exists (select 1 from sf_hidden where sf_hidden.org = ? and sf_hidden.id = \"Id\""
                        + " and visible_at > ?)"
                        + " order by \"SystemModstamp\", \"Id\" limit " + (MAX_RESULTS + 1),
                span.start,
                covered,
                call.org().name(),
                clock.instant()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ids", counted(ids));
        answer.put("latestDateCovered", Values.instant(covered));
        call.json(200, answer);
    }

    /** {@code GET /sobjects/{object}/deleted?start=&end=}: ids of records deleted, emptied from the bin or not. */
    public void deleted(Call call) throws IOException, SQLException {
        ObjectType object = replicated(call);
        Instant earliest = earliest(call.org());
        Span span = span(call, earliest, 15);
        Instant covered = covered(call.org(), span);
        List<Map<String, Object>> deleted = database.transact(connection -> Sql.list(
                connection,
                row -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("deletedDate", Values.instant(Sql.requiredInstant(row, "deleted_at")));
                    one.put("id", row.getString("id"));
                    return one;
                },
                "select id, deleted_at from sf_deleted where org = ? and object = ? and deleted_at >= ?"
                        + " and deleted_at <= ? order by deleted_at, id limit " + (MAX_RESULTS + 1),
                call.org().name(),
                object.name(),
                span.start,
                covered));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("deletedRecords", counted(deleted));
        answer.put("earliestDateAvailable", Values.instant(earliest));
        answer.put("latestDateCovered", Values.instant(covered));
        call.json(200, answer);
    }

    private static ObjectType replicated(Call call) {
        ObjectType object = call.object();
        if (object.historical()) {
            throw new SalesforceFault(
                    400, "INVALID_TYPE_FOR_OPERATION", "entity type cannot be replicated: " + object.name());
        }
        return object;
    }

    private static <T> List<T> counted(List<T> found) {
        if (found.size() > MAX_RESULTS) {
            throw new SalesforceFault(
                    400, "EXCEEDED_ID_LIMIT", "too many results: narrow the span between start and end");
        }
        return new ArrayList<>(found);
    }

    /** The log of deletions reaches back fifteen days, or to when it was purged. */
    private Instant earliest(Org org) {
        Instant kept = clock.instant().minus(DELETIONS_KEPT).truncatedTo(ChronoUnit.MINUTES);
        Instant known = org.deletionsKnownFrom();
        return known != null && known.isAfter(kept) ? known : kept;
    }

    private Instant covered(Org org, Span span) {
        Instant known = clock.instant().minus(org.coveredLag()).truncatedTo(ChronoUnit.MINUTES);
        return span.end.isBefore(known) ? span.end : known;
    }

    private Span span(Call call, Instant earliest, int days) {
        Instant start = minute(call, "start");
        Instant end = minute(call, "end");
        if (!end.isAfter(start)) {
            throw replication("endDate must be at least one minute greater than startDate");
        }
        if (start.isAfter(clock.instant())) {
            throw replication("startDate cannot be in the future");
        }
        if (start.isBefore(earliest.truncatedTo(ChronoUnit.MINUTES))) {
            throw replication("startDate cannot be more than " + days + " days ago");
        }
        return new Span(start, end);
    }

    private static SalesforceFault replication(String message) {
        return new SalesforceFault(400, "INVALID_REPLICATION_DATE", message);
    }

    private static Instant minute(Call call, String name) {
        String given = call.exchange().query(name);
        if (given == null || given.isBlank()) {
            throw new SalesforceFault(400, "MISSING_ARGUMENT", "The " + name + " parameter is required.");
        }
        try {
            // An unescaped plus sign of the zone arrives as a blank.
            return OffsetDateTime.parse(given.strip().replace(' ', '+'))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            throw new SalesforceFault(
                    400, "INVALID_FIELD", "Invalid value for " + name + ": '" + given + "' is not a dateTime");
        }
    }
}
