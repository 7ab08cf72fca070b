package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.kintone.Access;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.kintone.query.Asker;
import dev.minori.simulators.kintone.query.QueryCompiler;
import dev.minori.simulators.kintone.query.QueryParser;
import dev.minori.simulators.store.Database;
import dev.minori.simulators.store.Sql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET record.json} and {@code GET records.json}. */
public final class ReadEndpoints {

    private final Database database;
    private final Access access;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone the time zone of the calling user */
    public ReadEndpoints(Database database, Access access, Clock clock, ZoneId zone) {
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.zone = zone;
    }

    /** One record by id. */
    public void record(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", Apps.Rights::view);
        long id = call.number(call.parameters().path("id"), "id");
        RecordJson layout = new RecordJson(app, null);
        byte[] body = database.transact(connection -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
                json.writeStartObject();
                json.writeFieldName("record");
                int found = rows(connection, json, layout, app, " where id = ?", List.of(id), "");
                if (found == 0) {
                    throw KintoneFault.noRecord(String.valueOf(id));
                }
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
        call.json(body);
    }

    /** Records by query: 100 unless the query says otherwise, at most 500. */
    public void records(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", Apps.Rights::view);
        String query = call.parameters().path("query").asText("");
        boolean count = call.parameters().path("totalCount").asText("false").equals("true");
        QueryCompiler.Compiled compiled = QueryCompiler.compile(
                QueryParser.parse(query), app, new Asker(call.caller().code(), clock.instant(), zone));
        RecordJson layout = new RecordJson(app, fields(call.parameters().path("fields")));
        byte[] body = database.transact(connection -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
                json.writeStartObject();
                json.writeArrayFieldStart("records");
                rows(connection, json, layout, app, compiled.where(), compiled.parameters(), compiled.tail());
                json.writeEndArray();
                json.writeFieldName("totalCount");
                if (count) {
                    json.writeString(String.valueOf(Sql.number(
                            connection,
                            "select count(*) from " + app.table() + compiled.where(),
                            compiled.parameters().toArray())));
                } else {
                    json.writeNull();
                }
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
        call.json(body);
    }

    static int rows(
            Connection connection,
            JsonGenerator json,
            RecordJson layout,
            App app,
            String where,
            List<?> parameters,
            String tail)
            throws SQLException, IOException {
        int found = 0;
        try (PreparedStatement statement = Sql.prepare(
                        connection,
                        "select " + layout.selectList() + " from " + app.table() + where + tail,
                        parameters.toArray());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
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
