package dev.minori.simulators.salesforce.query;

import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.org.Locators;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Query locators. The ids a query found are kept, in its order, so every page can be read again and no record moves
 * between pages; values are read when a page is.
 */
final class Cursors {

    private static final int CHUNK = 500;
    private static final String PICKED = "(select picked.id, page * " + CHUNK + " + picked.n as n from sf_cursor_page,"
            + " unnest(ids) with ordinality picked(id, n) where locator = ? and page between ? and ?"
            + " and page * " + CHUNK + " + picked.n between ? and ?) picked";
    private static final long LOCATOR_NUMBERS = 13_000_000_000_000_000L;

    private final Clock clock;

    Cursors(Clock clock) {
        this.clock = clock;
    }

    record Cursor(String locator, String soql, boolean allRows, int total) {}

    static SalesforceFault invalidLocator() {
        return new SalesforceFault(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    Cursor open(Connection connection, Session session, String soql, boolean allRows, Compiled compiled)
            throws SQLException {
        Sql.update(
                connection,
                "delete from sf_cursor where created_at < ?",
                clock.instant().minus(Locators.LASTING.lifetime()));
        String locator = SalesforceId.of("0r8", ThreadLocalRandom.current().nextLong(LOCATOR_NUMBERS));
        Sql.update(
                connection,
                "insert into sf_cursor (locator, org, user_id, soql, all_rows, total, created_at, used_at)"
                        + " values (?, ?, ?, ?, ?, 0, ?, ?)",
                locator,
                session.org().name(),
                session.userId(),
                soql,
                allRows,
                clock.instant(),
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

    /** A locator that still lives. */
    Optional<Cursor> find(Connection connection, Session session, String locator) throws SQLException {
        Locators kind = session.org().paging().locators();
        String alive = switch (kind) {
            case LASTING -> "created_at >= ?";
            case IDLE ->
                "used_at >= ? and (select count(*) from sf_cursor newer where newer.org = one.org and newer.user_id ="
                        + " one.user_id and newer.number > one.number) < " + Locators.IDLE_PER_USER;
        };
        Optional<Cursor> found = Sql.first(
                connection,
                row -> new Cursor(
                        row.getString("locator"),
                        row.getString("soql"),
                        row.getBoolean("all_rows"),
                        row.getInt("total")),
                "select * from sf_cursor one where locator = ? and org = ? and " + alive,
                locator,
                session.org().name(),
                clock.instant().minus(kind.lifetime()));
        if (found.isPresent() && kind == Locators.IDLE) {
            Sql.update(connection, "update sf_cursor set used_at = ? where locator = ?", clock.instant(), locator);
        }
        return found;
    }

    /** The ids at some places, in order. */
    static List<String> ids(Connection connection, Cursor cursor, int offset, int count) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getString(1),
                "select picked.id from " + PICKED + " order by picked.n",
                places(cursor, offset, count).toArray());
    }

    /**
     * The records at some places as a statement, whose parameters are {@link #places}. The database looks its own list of
     * ids up, for 2,000 of them sent there and back cost as much as their records. A query without an order of its own goes
     * by id, and so does the index that finds the records.
     */
    static String select(String columns, Compiled query) {
        return query.goesById()
                ? "select " + columns + " from " + query.from() + " where t0.\"Id\" = any(array(select picked.id from "
                        + PICKED + ")) order by t0.\"Id\""
                : "select " + columns + " from " + PICKED + ", " + query.from()
                        + " where t0.\"Id\" = picked.id order by picked.n";
    }

    /** What {@link #select} is to be given. */
    static List<Object> places(Cursor cursor, int offset, int count) {
        return List.of(cursor.locator(), offset / CHUNK, (offset + count - 1) / CHUNK, offset + 1, offset + count);
    }
}
