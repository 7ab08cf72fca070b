package dev.minori.simulators.salesforce.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.query.RecordReader;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /sobjects/{object}}: create, read, update, delete, and upsert by external id. */
public final class RecordEndpoints {

    private static final int UPSERT_ANSWERS_WITH_ID = 46;

    private final Database database;
    private final Clock clock;
    private final RecordReader reader;

    public RecordEndpoints(Database database, Clock clock, RecordReader reader) {
        this.database = database;
        this.clock = clock;
        this.reader = reader;
    }

    /** {@code POST /sobjects/{object}}: 201 with the new id. */
    public void create(Call call) throws IOException, SQLException {
        ObjectType object = writable(call);
        JsonNode body = body(call);
        Map<Field, @Nullable Object> values = FieldValues.forCreate(object, body);
        String id = write(call, store -> store.insert(object, values));
        call.json(201, saved(id, null));
    }

    /** {@code GET /sobjects/{object}/{id}?fields=}. */
    public void read(Call call) throws IOException, SQLException {
        ObjectType object = call.object();
        String id = existing(call, object, call.variable("id"));
        call.json(reader.read(call, object, id, fields(call)));
    }

    /** {@code PATCH /sobjects/{object}/{id}}: 204. */
    public void update(Call call) throws IOException, SQLException {
        ObjectType object = writable(call);
        JsonNode body = body(call);
        String id = existing(call, object, call.variable("id"));
        Map<Field, @Nullable Object> values = FieldValues.forUpdate(object, body);
        write(call, store -> {
            store.update(object, id, values);
            return id;
        });
        call.empty(204);
    }

    /** {@code DELETE /sobjects/{object}/{id}}: 204; the record stays in the recycle bin. */
    public void delete(Call call) throws IOException, SQLException {
        ObjectType object = writable(call);
        RecordStore.allow(object, object.deletable());
        String id = existing(call, object, call.variable("id"));
        write(call, store -> {
            store.delete(object, List.of(id));
            return id;
        });
        call.empty(204);
    }

    /** {@code GET /sobjects/{object}/{externalIdField}/{value}}. */
    public void readByKey(Call call) throws IOException, SQLException {
        ObjectType object = call.object();
        Field key = key(call, object);
        List<String> ids =
                database.transact(connection -> store(connection, call).findByKey(object, key, call.variable("value")));
        if (ids.isEmpty()) {
            throw SalesforceFault.notFound();
        }
        if (ids.size() > 1) {
            call.json(300, urls(call, object, ids));
            return;
        }
        call.json(reader.read(call, object, ids.getFirst(), fields(call)));
    }

    /**
     * {@code PATCH /sobjects/{object}/{externalIdField}/{value}}: 201 created, 300 ambiguous; updated 200 with the id, and
     * 204 without it up to version 45.
     */
    public void upsert(Call call) throws IOException, SQLException {
        ObjectType object = writable(call);
        Field key = key(call, object);
        String value = call.variable("value");
        ObjectNode body = body(call);
        if (body.has("Id") || body.has(key.name())) {
            throw new SalesforceFault(
                    400,
                    "INVALID_FIELD",
                    "The " + (body.has("Id") ? "Id" : key.name())
                            + " field should not be specified in the sobject data.");
        }
        List<String> ids =
                database.transact(connection -> store(connection, call).findByKey(object, key, value));
        if (ids.size() > 1) {
            call.json(300, urls(call, object, ids));
            return;
        }
        RecordWrites.Saved saved = database.transact(
                connection -> new RecordWrites(connection, call.session(), clock).upsert(object, key, value, body));
        if (saved.created()) {
            call.json(201, saved(saved.id(), true));
        } else if (call.versionNumber() < UPSERT_ANSWERS_WITH_ID) {
            call.empty(204);
        } else {
            call.json(200, saved(saved.id(), false));
        }
    }

    private static List<String> urls(Call call, ObjectType object, List<String> ids) {
        return ids.stream()
                .map(id -> call.dataRoot() + "/sobjects/" + object.name() + "/" + id)
                .toList();
    }

    private static Map<String, Object> saved(String id, @Nullable Boolean created) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("success", true);
        answer.put("errors", List.of());
        if (created != null) {
            answer.put("created", created);
        }
        return answer;
    }

    private static Field key(Call call, ObjectType object) {
        return RecordWrites.key(object, call.variable("field"));
    }

    private String existing(Call call, ObjectType object, String given) throws SQLException {
        String id = SalesforceId.normalise(given)
                .filter(normal -> normal.startsWith(object.keyPrefix()))
                .orElseThrow(() -> new SalesforceFault(
                        404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + given));
        RecordStore.Known known = database.transact(
                        connection -> store(connection, call).find(object, id))
                .orElseThrow(SalesforceFault::notFound);
        if (known.deleted()) {
            throw new SalesforceFault(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        return id;
    }

    private static ObjectType writable(Call call) {
        return RecordWrites.writable(call.schema(), call.object().name());
    }

    private static @Nullable List<String> fields(Call call) {
        String fields = call.exchange().query("fields");
        return fields == null || fields.isBlank() ? null : List.of(fields.split("\\s*,\\s*"));
    }

    private static ObjectNode body(Call call) {
        return JsonBodies.object(call.exchange().body());
    }

    private RecordStore store(Connection connection, Call call) {
        return new RecordStore(connection, call.session(), clock);
    }

    private String write(Call call, Change change) throws SQLException {
        return database.transact(connection -> change.in(store(connection, call)));
    }

    /** A change of one record that gives its id. */
    @FunctionalInterface
    private interface Change {
        String in(RecordStore store) throws SQLException;
    }
}
