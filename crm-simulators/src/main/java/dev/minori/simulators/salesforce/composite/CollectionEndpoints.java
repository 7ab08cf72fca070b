package dev.minori.simulators.salesforce.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.query.RecordReader;
import dev.minori.simulators.salesforce.record.JsonBodies;
import dev.minori.simulators.salesforce.record.RecordBatch;
import dev.minori.simulators.salesforce.record.RecordWrites;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code /composite/sobjects}: up to 200 records in one call, results in the order of the request. Source: REST API
 * Developer Guide, "sObject Collections".
 */
public final class CollectionEndpoints {

    private static final int MAX_WRITTEN = 200;
    private static final int MAX_READ = 2000;

    private final Database database;
    private final Clock clock;
    private final RecordReader reader;

    public CollectionEndpoints(Database database, Clock clock, RecordReader reader) {
        this.database = database;
        this.clock = clock;
        this.reader = reader;
    }

    /** {@code POST /composite/sobjects}. */
    public void create(Call call) throws IOException, SQLException {
        ObjectNode body = JsonBodies.object(call.exchange().body());
        List<ObjectNode> records = records(body);
        call.json(200, batch(call, allOrNone(body)).run(records, (writes, record) -> {
            ObjectType object = object(call, record);
            return writes.create(object, record);
        }));
    }

    /** {@code PATCH /composite/sobjects}. */
    public void update(Call call) throws IOException, SQLException {
        ObjectNode body = JsonBodies.object(call.exchange().body());
        List<ObjectNode> records = records(body);
        call.json(200, batch(call, allOrNone(body)).run(records, (writes, record) -> {
            ObjectType object = object(call, record);
            return writes.update(object, taken(record, "Id"), record);
        }));
    }

    /** {@code PATCH /composite/sobjects/{object}/{field}}: upsert by an external id. */
    public void upsert(Call call) throws IOException, SQLException {
        ObjectType object = RecordWrites.writable(call.schema(), call.object().name());
        Field key = RecordWrites.key(object, call.variable("field"));
        ObjectNode body = JsonBodies.object(call.exchange().body());
        List<ObjectNode> records = records(body);
        Set<String> seen = new HashSet<>();
        call.json(200, batch(call, allOrNone(body)).upsert(records, (writes, record) -> {
            if (!object(call, record).equals(object)) {
                throw new SalesforceFault(
                        400, "INVALID_TYPE", "all records of an upsert must be of type " + object.name());
            }
            String value = taken(record, key.name());
            if (!value.isEmpty() && !seen.add(value.toLowerCase(Locale.ROOT))) {
                throw new SalesforceFault(
                        400, "DUPLICATE_VALUE", "Duplicate external id specified: " + value, List.of(key.name()));
            }
            return writes.upsert(object, key, value, record);
        }));
    }

    /** {@code DELETE /composite/sobjects?ids=}. */
    public void delete(Call call) throws IOException, SQLException {
        List<String> ids = ids(call.exchange().query("ids"));
        limit(ids.size(), MAX_WRITTEN);
        boolean allOrNone = "true".equalsIgnoreCase(call.exchange().query("allOrNone"));
        call.json(200, batch(call, allOrNone).run(ids, RecordWrites::delete));
    }

    /** {@code GET /composite/sobjects/{object}?ids=&fields=}: null stands for a record that is not there. */
    public void read(Call call) throws IOException, SQLException {
        read(call, ids(call.exchange().query("ids")), ids(call.exchange().query("fields")));
    }

    /** {@code POST /composite/sobjects/{object}} with {@code ids} and {@code fields}, for lists longer than a URL. */
    public void readByBody(Call call) throws IOException, SQLException {
        ObjectNode body = JsonBodies.object(call.exchange().body());
        read(call, texts(body.path("ids")), texts(body.path("fields")));
    }

    private void read(Call call, List<String> ids, List<String> fields) throws IOException, SQLException {
        ObjectType object = call.object();
        limit(ids.size(), MAX_READ);
        if (fields.isEmpty()) {
            throw new SalesforceFault(400, "MISSING_ARGUMENT", "The fields parameter is required.");
        }
        call.json(reader.readAll(call, object, ids, fields));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static List<String> ids(@org.jspecify.annotations.Nullable String joined) {
        if (joined == null || joined.isBlank()) {
            throw new SalesforceFault(400, "MISSING_ARGUMENT", "The ids parameter is required.");
        }
        return List.of(joined.strip().split("\\s*,\\s*"));
    }

    private RecordBatch batch(Call call, boolean allOrNone) {
        return new RecordBatch(database, call.session(), clock, allOrNone);
    }

    private static boolean allOrNone(ObjectNode body) {
        return body.path("allOrNone").asBoolean(false);
    }

    private static List<ObjectNode> records(ObjectNode body) {
        JsonNode records = body.path("records");
        if (!records.isArray()) {
            throw new SalesforceFault(400, "JSON_PARSER_ERROR", "records must be an array of sObjects");
        }
        limit(records.size(), MAX_WRITTEN);
        List<ObjectNode> all = new ArrayList<>();
        for (JsonNode record : records) {
            if (!(record instanceof ObjectNode object)
                    || object.path("attributes").path("type").asText("").isEmpty()) {
                throw new SalesforceFault(
                        400, "INVALID_INPUT", "every record needs an attributes object with its type");
            }
            all.add(object);
        }
        return all;
    }

    private static void limit(int size, int max) {
        if (size > max) {
            throw new SalesforceFault(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + max + " records into this call");
        }
    }

    private static ObjectType object(Call call, ObjectNode record) {
        return RecordWrites.writable(
                call.schema(), record.path("attributes").path("type").asText());
    }

    /** Takes a value out of a record, its name in any case. */
    private static String taken(ObjectNode record, String name) {
        for (String written :
                record.properties().stream().map(java.util.Map.Entry::getKey).toList()) {
            if (written.equalsIgnoreCase(name)) {
                return record.remove(written).asText("");
            }
        }
        return "";
    }
}
