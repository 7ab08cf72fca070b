package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.kintone.query.KintoneQuery;
import dev.minori.simulators.kintone.query.QueryCompiler;
import dev.minori.simulators.kintone.query.QueryParser;
import dev.minori.simulators.store.CopiedRows;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET record.json} and {@code GET records.json}, and what of them a caller may see or change. */
public final class ReadEndpoints {

    private static final byte[] RECORDS = JsonBytes.ascii("{\"records\":[");
    private static final byte[] TOTAL = JsonBytes.ascii("],\"totalCount\":");
    private static final int MAX_EVALUATED = 100;

    private final Records records;

    public ReadEndpoints(Records records) {
        this.records = records;
    }

    /** One record by id. */
    public void record(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::view);
        long id = call.number(call.parameters().path("id"), "id");
        RecordRights rights = records.rights(app, call);
        JsonBytes body = new JsonBytes(2048).raw(JsonBytes.ascii("{\"record\":"));
        records.database().run(connection -> records.document(connection, body, app, id, rights));
        call.json(body.raw('}').whole());
    }

    /** Records by query: 100 unless the query says otherwise, at most 500. */
    public void records(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::view);
        String query = call.parameters().path("query").asText("");
        boolean count = call.parameters().path("totalCount").asText("false").equals("true");
        RecordRights rights = records.rights(app, call);
        RecordRights.Condition visible = rights.allowed(RecordRights.Right.VIEW);
        KintoneQuery parsed = QueryParser.parse(query);
        QueryCompiler.Compiled compiled =
                QueryCompiler.compile(parsed, app, records.asker(call)).limitedTo(visible.sql(), visible.parameters());
        RecordJson layout = new RecordJson(app, fields(call.parameters().path("fields")), rights::mayRead);
        JsonBytes body = new JsonBytes(layout.usualBytes() * Math.toIntExact(parsed.limit()) + 64);
        records.database().run(connection -> {
            body.raw(RECORDS);
            rows(connection, body, layout, app, compiled.where(), compiled.parameters(), compiled.tail());
            body.raw(TOTAL);
            if (count) {
                long total = Sql.number(
                        connection,
                        "select count(*) from " + app.table() + compiled.where(),
                        compiled.parameters().toArray());
                body.raw('"').number(total).raw('"');
            } else {
                body.nothing();
            }
        });
        call.json(body.raw('}').whole());
    }

    /** {@code GET records/acl/evaluate.json}: what the caller may do with up to 100 records and with their fields. */
    public void evaluateRights(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::view);
        JsonNode ids = call.parameters().path("ids");
        if (!ids.isArray() || ids.isEmpty()) {
            throw KintoneFault.required("ids");
        }
        if (ids.size() > MAX_EVALUATED) {
            throw KintoneFault.invalid(
                    "ids",
                    "一度に" + MAX_EVALUATED + "件までのレコードを指定できます。",
                    "A maximum of " + MAX_EVALUATED + " records can be specified at one time.");
        }
        RecordRights rights = records.rights(app, call);
        List<Map<String, Object>> answers = records.database().transact(connection -> {
            List<Map<String, Object>> done = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                done.add(evaluated(connection, app, call.number(ids.get(i), "ids[" + i + "]"), rights));
            }
            return done;
        });
        call.json(Map.of("rights", answers));
    }

    private static Map<String, Object> evaluated(Connection connection, App app, long id, RecordRights rights)
            throws SQLException {
        boolean viewable = rights.has(connection, id, RecordRights.Right.VIEW);
        boolean editable = rights.has(connection, id, RecordRights.Right.EDIT);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("viewable", viewable);
        record.put("editable", editable);
        record.put("deletable", rights.has(connection, id, RecordRights.Right.DELETE));
        Map<String, Object> fields = new LinkedHashMap<>();
        for (AppField field : app.fields()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("viewable", viewable && rights.mayRead(field));
            one.put("editable", editable && field.given() && rights.mayWrite(field));
            fields.put(field.code(), one);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", String.valueOf(id));
        answer.put("record", record);
        answer.put("fields", fields);
        return answer;
    }

    /** Writes records as the elements of an array that was begun, and tells how many they were. */
    static int rows(
            Connection connection,
            JsonBytes json,
            RecordJson layout,
            App app,
            String where,
            List<?> parameters,
            String tail)
            throws SQLException {
        int found = 0;
        try (CopiedRows rows = CopiedRows.of(
                connection, "select " + layout.selectList() + " from " + app.table() + where + tail, parameters)) {
            while (rows.next()) {
                if (found > 0) {
                    json.raw(',');
                }
                layout.write(json, rows);
                found++;
            }
        }
        return found;
    }

    static @Nullable Set<String> fields(JsonNode given) {
        if (!given.isArray() || given.isEmpty()) {
            return null;
        }
        Set<String> codes = new HashSet<>();
        given.forEach(code -> codes.add(code.asText()));
        return codes;
    }
}
