package dev.minori.simulators.salesforce.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.http.Json;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /sobjects/{object}}: create, read, update, delete, and upsert by external id. */
public final class RecordEndpoints {

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

    /** {@code PATCH /sobjects/{object}/{externalIdField}/{value}}: 201 created, 200 updated, 300 ambiguous. */
    public void upsert(Call call) throws IOException, SQLException {
        ObjectType object = writable(call);
        Field key = key(call, object);
        String value = call.variable("value");
        JsonNode body = body(call);
        if (body.has("Id") || body.has(key.name())) {
            throw new SalesforceFault(
                    400,
                    "INVALID_FIELD",
                    "The " + (body.has("Id") ? "Id" : key.name())
                            + " field should not be specified in the sobject data.");
        }
        Upserted outcome = database.transact(connection -> {
            RecordStore store = store(connection, call);
            List<String> ids = store.findByKey(object, key, value);
            if (ids.isEmpty()) {
                ((ObjectNode) body).put(key.name(), value);
                return new Upserted(List.of(store.insert(object, FieldValues.forCreate(object, body))), true);
            }
            if (ids.size() == 1) {
                store.update(object, ids.getFirst(), FieldValues.forUpdate(object, body));
            }
            return new Upserted(ids, false);
        });
        if (outcome.ids.size() > 1) {
            call.json(300, urls(call, object, outcome.ids));
        } else {
            call.json(outcome.created ? 201 : 200, saved(outcome.ids.getFirst(), outcome.created));
        }
    }

    private record Upserted(List<String> ids, boolean created) {}

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
        String name = call.variable("field");
        Optional<Field> key = object.field(name)
                .filter(field -> field.externalId() || field.name().equals("Id"));
        return key.orElseThrow(() -> new SalesforceFault(
                404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + name));
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
        ObjectType object = call.object();
        if (object.name().equals("User")) {
            throw new SalesforceFault(
                    400, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object: User");
        }
        return object;
    }

    private static @Nullable List<String> fields(Call call) {
        String fields = call.exchange().query("fields");
        return fields == null || fields.isBlank() ? null : List.of(fields.split("\\s*,\\s*"));
    }

    private static JsonNode body(Call call) {
        try {
            JsonNode body = Json.MAPPER.readTree(call.exchange().body());
            if (body == null || !body.isObject()) {
                throw new SalesforceFault(
                        400,
                        "JSON_PARSER_ERROR",
                        "The HTTP entity body is required, but this request" + " has no entity body.");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new SalesforceFault(
                    400,
                    "JSON_PARSER_ERROR",
                    e.getOriginalMessage() + " at [line:" + e.getLocation().getLineNr() + ", column:"
                            + e.getLocation().getColumnNr() + "]");
        } catch (IOException e) {
            throw new SalesforceFault(400, "JSON_PARSER_ERROR", "The HTTP entity body cannot be read");
        }
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
