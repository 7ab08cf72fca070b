package dev.minori.simulators.salesforce.query;

import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Query locators. The ids a query found are kept, in its order, so every page can be read again and no record moves
 * between pages; values are read when a page is. Locators live two days (Help article 000384958).
 */
final class Cursors {

    private static final Duration LIFETIME = Duration.ofDays(2);
    private static final int CHUNK = 500;
    private static final long LOCATOR_NUMBERS = 13_000_000_000_000_000L;

    private final Clock clock;

    Cursors(Clock clock) {
        this.clock = clock;
    }

    record Cursor(String locator, String soql, boolean allRows, int total) {}

    static SalesforceFault invalidLocator() {
        return new SalesforceFault(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    Cursor open(Connection connection, Org org, String soql, boolean allRows, Compiled compiled) throws SQLException {
        Sql.update(
                connection,
                "delete from sf_cursor where created_at < ?",
                clock.instant().minus(LIFETIME));
        String locator = SalesforceId.of("0r8", ThreadLocalRandom.current().nextLong(LOCATOR_NUMBERS));
        Sql.update(
                connection,
                "insert into sf_cursor (locator, org, soql, all_rows, total, created_at) values (?, ?, ?, ?, 0, ?)",
                locator,
                org.name(),
                soql,
                allRows,
                clock.instant());
        List<Object> parameters = new ArrayList<>(compiled.parameters());
        parameters.addFirst(locator);
        Sql.update(
                connection,
                "insert into sf_cursor_page (locator, page, ids) select ?, (n / " + CHUNK
                        + ")::int, array_agg(id order by n) from (select row_number() over () - 1 as n, id from ("
                        + compiled.selectIds() + ") found) numbered group by n / " + CHUNK,
                parameters.toArray());
        int total = Math.toIntExact(
                Sql.number(connection, "select sum(cardinality(ids)) from sf_cursor_page where locator = ?", locator));
        Sql.update(connection, "update sf_cursor set total = ? where locator = ?", total, locator);
        return new Cursor(locator, soql, allRows, total);
    }

    Optional<Cursor> find(Connection connection, Org org, String locator) throws SQLException {
        return Sql.first(
                connection,
                row -> new Cursor(
                        row.getString("locator"),
                        row.getString("soql"),
                        row.getBoolean("all_rows"),
                        row.getInt("total")),
                "select * from sf_cursor where locator = ? and org = ? and created_at >= ?",
                locator,
                org.name(),
                clock.instant().minus(LIFETIME));
    }

    List<String> ids(Connection connection, Cursor cursor, int offset, int count) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getString(1),
                "select picked.id from sf_cursor_page, unnest(ids) with ordinality picked(id, n) where locator = ?"
                        + " and page between ? and ? and page * " + CHUNK + " + n between ? and ?"
                        + " order by page, picked.n",
                cursor.locator(),
                offset / CHUNK,
                (offset + count - 1) / CHUNK,
                offset + 1,
                offset + count);
    }
}
