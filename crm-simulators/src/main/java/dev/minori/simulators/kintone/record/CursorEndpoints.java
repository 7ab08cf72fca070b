package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.kintone.Access;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.kintone.query.QueryCompiler;
import dev.minori.simulators.kintone.query.QueryParser;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code records/cursor.json}: which records a cursor gives is settled when it is made, their values when they are read.
 * Ten cursors a domain, ten minutes each, counted anew with every page that leaves some. Source: kintone developer
 * documentation, "Add Cursor", "Get Cursor"; statuses and words of the errors as recorded on real tenants.
 */
public final class CursorEndpoints {

    private static final byte[] RECORDS = JsonBytes.ascii("{\"records\":[");
    private static final byte[] NEXT = JsonBytes.ascii("],\"next\":");
    private static final int USUAL_BYTES = 256 * 1024;
    private static final int MAX_CURSORS = 10;
    private static final int MAX_SIZE = 500;
    private static final int DEFAULT_SIZE = 100;
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Records records;
    private final Database database;
    private final Access access;
    private final Clock clock;

    public CursorEndpoints(Records records) {
        this.records = records;
        this.database = records.database();
        this.access = records.access();
        this.clock = records.clock();
    }

    /** {@code POST records/cursor.json}. */
    public void create(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", Apps.Rights::view);
        JsonNode given = call.parameters();
        long size = given.hasNonNull("size") ? call.number(given.path("size"), "size") : DEFAULT_SIZE;
        if (size < 1 || size > MAX_SIZE) {
            throw KintoneFault.invalid(
                    "size", "1以上" + MAX_SIZE + "以下の数値を指定してください。", "Enter a number from 1 to " + MAX_SIZE + ".");
        }
        RecordRights.Condition visible = records.rights(app, call).allowed(RecordRights.Right.VIEW);
        QueryCompiler.Compiled compiled = QueryCompiler.compile(
                        QueryParser.parseWithoutWindow(given.path("query").asText("")), app, records.asker(call))
                .limitedTo(visible.sql(), visible.parameters());
        String id = UUID.randomUUID().toString();
        String fields = given.path("fields").isArray() ? given.path("fields").toString() : "[]";
        long total = database.transact(connection -> {
            lock(connection);
            if (Sql.number(connection, "select count(*) from kt_cursor") >= MAX_CURSORS) {
                throw full();
            }
            Sql.update(
                    connection,
                    "insert into kt_cursor (id, app, fields, next_page, expires_at) values (?, ?, ?, 0, ?)",
                    id,
                    app.id(),
                    fields,
                    clock.instant().plus(LIFETIME));
            return fill(connection, id, app, compiled, size);
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("totalCount", String.valueOf(total));
        call.json(answer);
    }

    /** Makes those that look at the number of cursors wait for each other, and forgets cursors that have expired. */
    private void lock(Connection connection) throws SQLException {
        Sql.execute(connection, "lock table kt_cursor in share row exclusive mode");
        Sql.update(connection, "delete from kt_cursor where expires_at < ?", clock.instant());
    }

    private static long fill(Connection connection, String id, App app, QueryCompiler.Compiled compiled, long size)
            throws SQLException {
        List<Object> parameters = new ArrayList<>(compiled.parameters());
        parameters.addFirst(id);
        Sql.update(
                connection,
                "insert into kt_cursor_page (cursor, page, ids) select ?, (n / " + size
                        + ")::int, array_agg(id order by n) from (select id, row_number() over () - 1 as n from"
                        + " (select id from " + app.table() + compiled.where() + compiled.order()
                        + ") found) numbered group by n / " + size,
                parameters.toArray());
        return Sql.number(
                connection, "select coalesce(sum(cardinality(ids)), 0) from kt_cursor_page where cursor = ?", id);
    }

    private record Page(String fields, int page, boolean last) {}

    /** {@code GET records/cursor.json?id=}: the next records. The cursor is gone with its last page. */
    public void read(KintoneCall call) throws IOException, SQLException {
        String id = id(call);
        App app = access.appOf(call, app(id), Apps.Rights::view);
        JsonBytes body = new JsonBytes(USUAL_BYTES).raw(RECORDS);
        database.run(connection -> {
            Page page = next(connection, id);
            RecordJson layout = new RecordJson(
                    app, ReadEndpoints.fields(RecordTable.parsed(page.fields)), records.rights(app, call)::mayRead);
            // Records deleted since are left out: a page may be short, even empty, with more to come.
            ReadEndpoints.rows(
                    connection,
                    body,
                    layout,
                    app,
                    " join (select picked.id as picked_id, picked.n from kt_cursor_page, unnest(ids) with ordinality"
                            + " picked(id, n) where cursor = ? and page = ?) page on id = page.picked_id",
                    List.of(id, page.page),
                    " order by page.n");
            body.raw(NEXT).flag(!page.last).raw('}');
            if (page.last) {
                Sql.update(connection, "delete from kt_cursor where id = ?", id);
            }
        });
        call.json(body.whole());
    }

    private Page next(Connection connection, String id) throws SQLException {
        return Sql.first(
                        connection,
                        row -> new Page(row.getString(1), row.getInt(2), row.getBoolean(3)),
                        "update kt_cursor set next_page = next_page + 1, expires_at = ? where id = ? and expires_at >= ?"
                                + " returning fields, next_page - 1, next_page >= (select count(*) from"
                                + " kt_cursor_page where cursor = kt_cursor.id)",
                        clock.instant().plus(LIFETIME),
                        id,
                        clock.instant())
                .orElseThrow(CursorEndpoints::gone);
    }

    /** {@code DELETE records/cursor.json}. */
    public void delete(KintoneCall call) throws IOException, SQLException {
        String id = id(call);
        access.appOf(call, app(id), Apps.Rights::view);
        int deleted = database.transact(connection -> Sql.update(connection, "delete from kt_cursor where id = ?", id));
        if (deleted == 0) {
            throw gone();
        }
        call.json(JsonNodeFactory.instance.objectNode());
    }

    private int app(String id) throws SQLException {
        return database.transact(connection -> Sql.first(
                        connection,
                        row -> row.getInt(1),
                        "select app from kt_cursor where id = ? and expires_at >= ?",
                        id,
                        clock.instant()))
                .orElseThrow(CursorEndpoints::gone);
    }

    private static String id(KintoneCall call) {
        String id = call.parameters().path("id").asText("");
        if (id.isEmpty()) {
            throw KintoneFault.required("id");
        }
        return id;
    }

    private static KintoneFault full() {
        return KintoneFault.of(
                429,
                "GAIA_TM12",
                "作成できるカーソルの上限に達しているため、カーソルを作成できません。不要なカーソルを削除するか、しばらく経ってから再実行してください。",
                "The cursor cannot be created because the upper limit of the number of cursors has been reached. Delete"
                        + " unnecessary cursors, or try again later.");
    }

    private static KintoneFault gone() {
        return KintoneFault.of(
                404,
                "GAIA_CN01",
                "指定したカーソルは存在しないか、既に有効期限が切れています。",
                "The specified cursor does not exist or has already expired.");
    }
}
