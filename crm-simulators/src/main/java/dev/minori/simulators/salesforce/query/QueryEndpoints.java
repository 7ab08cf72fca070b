package dev.minori.simulators.salesforce.query;

import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.salesforce.soql.Compiler;
import dev.minori.simulators.salesforce.soql.Parser;
import dev.minori.simulators.salesforce.soql.Reading;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code query}, {@code queryAll} and the pages behind {@code nextRecordsUrl}. */
public final class QueryEndpoints {

    private static final int MAX_BATCH = 2000;
    private static final int MIN_BATCH = 200;
    private static final int MAX_TARGET = 16_384;
    private static final byte[] AGGREGATE = JsonBytes.ascii("{\"attributes\":{\"type\":\"AggregateResult\"}");
    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize\\s*=\\s*(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCATOR = Pattern.compile("([0-9A-Za-z]{18})-(\\d{1,9})");

    private final Database database;
    private final Cursors cursors;
    private final Clock clock;

    public QueryEndpoints(Database database, Clock clock) {
        this.database = database;
        this.cursors = new Cursors(clock);
        this.clock = clock;
    }

    /** {@code GET /query?q=}. */
    public void query(Call call) throws IOException, SQLException {
        first(call, false);
    }

    /** {@code GET /queryAll?q=}: records in the recycle bin are found too. */
    public void queryAll(Call call) throws IOException, SQLException {
        first(call, true);
    }

    private void first(Call call, boolean allRows) throws IOException, SQLException {
        if (call.exchange().targetLength() > MAX_TARGET) {
            throw new SalesforceFault(414, "URI_TOO_LONG", "The length of the URI exceeds the 16,384 byte limit.");
        }
        if (call.exchange().query("explain") != null) {
            throw SalesforceFault.notOffered("The query plan resource");
        }
        String soql = call.exchange().query("q");
        if (soql == null || soql.isBlank()) {
            throw new SalesforceFault(400, "MALFORMED_QUERY", "A query string has to be specified");
        }
        call.json(first(call, soql, allRows));
    }

    /** The first page of a query, as the JSON document of the REST API; other doors reword it. */
    public ByteBuffer first(Call call, String soql, boolean allRows) throws SQLException {
        Compiled compiled = compile(call, soql, allRows);
        return switch (compiled.shape()) {
            case COUNT -> count(compiled);
            case AGGREGATES -> aggregates(compiled);
            case RECORDS -> records(call, compiled, soql, allRows);
        };
    }

    private Compiled compile(Call call, String soql, boolean allRows) {
        return Compiler.compile(
                Parser.parse(soql), Reading.of(call.org(), call.session().userId(), clock), allRows);
    }

    private ByteBuffer count(Compiled compiled) throws SQLException {
        long total = database.transact(connection -> Sql.number(
                connection, compiled.selectCount(), compiled.parameters().toArray()));
        return new RecordBuffer().page(total, null);
    }

    private ByteBuffer aggregates(Compiled compiled) throws SQLException {
        return database.transact(connection -> {
            String columns = compiled.columns().stream()
                    .map(column -> Values.jsonExpression(column.expression(), column.kind()))
                    .collect(Collectors.joining(", "));
            String select = "select " + columns + " from " + compiled.from() + compiled.where() + compiled.groupBy()
                    + compiled.orderBy() + compiled.windowOfAtMost(MAX_BATCH + 1);
            RecordBuffer buffer = new RecordBuffer();
            int rows = buffer.add(connection, select, compiled.parameters(), MAX_BATCH, (json, row) -> {
                json.raw(AGGREGATE);
                for (int i = 0; i < compiled.columns().size(); i++) {
                    Compiled.Column column = compiled.columns().get(i);
                    json.raw(JsonBytes.member(column.path().getFirst()));
                    Values.write(json, row, i, column.kind(), Instants.REST);
                }
                json.raw('}');
            });
            if (rows > MAX_BATCH) {
                throw new SalesforceFault(
                        400,
                        "EXCEEDED_ID_LIMIT",
                        "Aggregate query does not support queryMore(), use LIMIT to restrict"
                                + " the results to a single batch");
            }
            return buffer.page(rows, null);
        });
    }

    private ByteBuffer records(Call call, Compiled compiled, String soql, boolean allRows) throws SQLException {
        int batch = batchSize(call);
        return database.snapshot(connection -> compiled.children().isEmpty()
                ? plainPage(connection, call, compiled, soql, allRows, batch)
                : pageWithChildren(connection, call, compiled, soql, allRows, batch));
    }

    private ByteBuffer plainPage(
            Connection connection, Call call, Compiled compiled, String soql, boolean allRows, int batch)
            throws SQLException {
        RecordLayout layout = new RecordLayout(compiled, call.dataRoot());
        RecordBuffer buffer = new RecordBuffer();
        String sql = "select " + layout.selectList() + " from " + compiled.from() + compiled.where()
                + compiled.orderBy() + compiled.windowOfAtMost(batch + 1);
        int rows = buffer.add(connection, sql, compiled.parameters(), batch, layout::write);
        if (rows <= batch) {
            return buffer.page(rows, null);
        }
        Cursors.Cursor cursor = cursors.open(connection, call.session(), soql, allRows, compiled);
        return buffer.page(cursor.total(), nextUrl(call, cursor, batch));
    }

    private ByteBuffer pageWithChildren(
            Connection connection, Call call, Compiled compiled, String soql, boolean allRows, int batch)
            throws SQLException {
        List<String> ids = Sql.list(
                connection,
                row -> row.getString("id"),
                "select found.id from (" + compiled.selectIds() + ") found limit " + (batch + 1),
                compiled.parameters().toArray());
        PageOfIds page = new PageOfIds(call, cursors, compiled, allRows, batch);
        int written = page.write(connection, ids.size() > batch ? ids.subList(0, batch) : ids);
        if (written == ids.size()) {
            return page.buffer().page(written, null);
        }
        Cursors.Cursor cursor = cursors.open(connection, call.session(), soql, allRows, compiled);
        return page.buffer().page(cursor.total(), nextUrl(call, cursor, written));
    }

    /** {@code GET /query/{locator}}: a later page. Each may be read again. */
    public void more(Call call) throws IOException, SQLException {
        call.json(next(call, call.variable("locator")));
    }

    /** The page a locator such as {@code 0r8…-2000} stands for. */
    public ByteBuffer next(Call call, String given) throws SQLException {
        Matcher locator = LOCATOR.matcher(given);
        if (!locator.matches()) {
            throw Cursors.invalidLocator();
        }
        int offset = Integer.parseInt(locator.group(2));
        int batch = batchSize(call);
        return database.transact(connection -> {
            Optional<Cursors.Cursor> found = cursors.find(connection, call.session(), locator.group(1));
            Cursors.Cursor cursor = found.orElseThrow(Cursors::invalidLocator);
            if (offset >= cursor.total()) {
                throw Cursors.invalidLocator();
            }
            Compiled compiled = compile(call, cursor.soql(), cursor.allRows());
            return compiled.children().isEmpty()
                    ? laterPage(connection, call, compiled, cursor, offset, batch)
                    : laterPageWithChildren(connection, call, compiled, cursor, offset, batch);
        });
    }

    private static ByteBuffer laterPage(
            Connection connection, Call call, Compiled compiled, Cursors.Cursor cursor, int offset, int batch)
            throws SQLException {
        RecordLayout layout = new RecordLayout(compiled, call.dataRoot());
        RecordBuffer buffer = new RecordBuffer(Math.min(batch, cursor.total() - offset) * layout.usualBytes());
        String sql = Cursors.select(layout.selectList(), compiled);
        buffer.add(connection, sql, Cursors.places(cursor, offset, batch), batch, layout::write);
        return page(buffer, call, cursor, offset + batch);
    }

    private ByteBuffer laterPageWithChildren(
            Connection connection, Call call, Compiled compiled, Cursors.Cursor cursor, int offset, int batch)
            throws SQLException {
        List<String> ids = Cursors.ids(connection, cursor, offset, batch);
        PageOfIds page = new PageOfIds(call, cursors, compiled, cursor.allRows(), batch);
        return page(page.buffer(), call, cursor, offset + page.write(connection, ids));
    }

    private static ByteBuffer page(RecordBuffer buffer, Call call, Cursors.Cursor cursor, int next) {
        return buffer.page(cursor.total(), next < cursor.total() ? nextUrl(call, cursor, next) : null);
    }

    private static String nextUrl(Call call, Cursors.Cursor cursor, int offset) {
        return call.dataRoot() + "/query/" + cursor.locator() + "-" + offset;
    }

    private static int batchSize(Call call) {
        String options = call.exchange().header("Sforce-Query-Options");
        Matcher size = BATCH_SIZE.matcher(options == null ? "" : options);
        int asked = size.find() ? Math.clamp(Integer.parseInt(size.group(1)), MIN_BATCH, MAX_BATCH) : MAX_BATCH;
        return Math.min(asked, call.org().paging().mostRows());
    }
}
