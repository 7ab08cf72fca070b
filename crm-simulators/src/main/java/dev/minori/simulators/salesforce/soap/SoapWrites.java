package dev.minori.simulators.salesforce.soap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.record.RecordBatch;
import dev.minori.simulators.salesforce.record.RecordMerge;
import dev.minori.simulators.salesforce.record.RecordWrites;
import dev.minori.simulators.salesforce.record.RecycleBin;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.store.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes of up to 200 records, each with a result of its own in the order of the request. */
final class SoapWrites {

    private static final int MAX_RECORDS = 200;

    private final Database database;
    private final Clock clock;

    SoapWrites(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void create(SoapCall call, SoapXml xml) throws SQLException {
        List<GivenRecord> records = records(call);
        results(xml, batch(call).run(records, (writes, record) -> writes.create(record.object(), record.body(writes))));
    }

    void update(SoapCall call, SoapXml xml) throws SQLException {
        List<GivenRecord> records = records(call);
        results(xml, batch(call).run(records, (writes, record) -> {
            ObjectNode body = record.body(writes);
            String id = taken(body, "Id");
            if (id.isEmpty()) {
                throw new SalesforceFault(400, "MISSING_ARGUMENT", "Id not specified in an update call");
            }
            return writes.update(record.object(), id, body);
        }));
    }

    void upsert(SoapCall call, SoapXml xml) throws SQLException {
        String keyName = call.arguments().textOf("externalIDFieldName").strip();
        List<GivenRecord> records = records(call);
        Map<ObjectType, Field> keys = new LinkedHashMap<>();
        records.forEach(record -> keys.computeIfAbsent(record.object(), object -> key(object, keyName)));
        results(xml, batch(call).upsert(records, (writes, record) -> {
            Field key = GivenRecord.required(keys.get(record.object()));
            ObjectNode body = record.body(writes);
            return writes.upsert(record.object(), key, taken(body, key.name()), body);
        }));
    }

    private static Field key(ObjectType object, String name) {
        try {
            return RecordWrites.key(object, name.isEmpty() ? "Id" : name);
        } catch (SalesforceFault unknown) {
            throw new SalesforceFault(
                    400,
                    "INVALID_FIELD",
                    "Field name provided, " + name + " is not an External ID or indexed field for " + object.name());
        }
    }

    void delete(SoapCall call, SoapXml xml) throws SQLException {
        results(xml, batch(call).run(ids(call), RecordWrites::delete));
    }

    void undelete(SoapCall call, SoapXml xml) throws SQLException {
        results(xml, each(call, ids(call), RecycleBin::restore));
    }

    void emptyRecycleBin(SoapCall call, SoapXml xml) throws SQLException {
        results(xml, each(call, ids(call), RecycleBin::remove));
    }

    void merge(SoapCall call, SoapXml xml) throws SQLException {
        List<Merge> merges = new ArrayList<>();
        for (XmlElement request : call.arguments().children()) {
            XmlElement master = request.child("masterRecord")
                    .orElseThrow(() -> new SalesforceFault(400, "MISSING_ARGUMENT", "masterRecord is required"));
            GivenRecord record = GivenRecord.of(call, master);
            if (!record.object().mergeable()) {
                throw new SalesforceFault(
                        400,
                        "INVALID_TYPE_FOR_OPERATION",
                        "entity type cannot be merged: " + record.object().name());
            }
            merges.add(new Merge(record, request.textsOf("recordToMergeIds")));
        }
        limit(merges.size());
        for (Merge merge : merges) {
            merged(xml, one(call, merge));
        }
    }

    private record Merge(GivenRecord master, List<String> others) {}

    private Map<String, Object> one(SoapCall call, Merge merge) throws SQLException {
        try {
            RecordMerge.Merged merged = database.transact(connection -> {
                ObjectNode body = merge.master.body(new RecordWrites(connection, call.session(), clock));
                String id = taken(body, "Id");
                return new RecordMerge(connection, call.session(), clock)
                        .merge(merge.master.object(), id, merge.others, body);
            });
            return Map.of(
                    "id",
                    merged.id(),
                    "success",
                    true,
                    "mergedRecordIds",
                    merged.merged(),
                    "updatedRelatedIds",
                    merged.moved());
        } catch (SalesforceFault fault) {
            return RecordBatch.failure(fault);
        }
    }

    private static void merged(SoapXml xml, Map<String, Object> result) {
        xml.start("result");
        errors(xml, result.get("errors"));
        xml.value("id", result.get("id"));
        values(xml, "mergedRecordIds", result.get("mergedRecordIds"));
        xml.value("success", result.get("success"));
        values(xml, "updatedRelatedIds", result.get("updatedRelatedIds"));
        xml.end();
    }

    private static void values(SoapXml xml, String name, @Nullable Object values) {
        if (values instanceof List<?> list) {
            list.forEach(value -> xml.value(name, value));
        }
    }

    private RecordBatch batch(SoapCall call) {
        return new RecordBatch(database, call.session(), clock, call.request().allOrNone());
    }

    /** Something done to one deleted record. */
    @FunctionalInterface
    private interface InBin {
        RecordWrites.Saved of(RecycleBin bin, String id) throws SQLException;
    }

    private List<Map<String, Object>> each(SoapCall call, List<String> ids, InBin change) throws SQLException {
        return batch(call)
                .runIn(ids, (connection, id) -> change.of(new RecycleBin(connection, call.session(), clock), id));
    }

    private static List<String> ids(SoapCall call) {
        List<String> ids = call.arguments().textsOf("ids");
        limit(ids.size());
        return ids;
    }

    private static List<GivenRecord> records(SoapCall call) {
        List<GivenRecord> records = new ArrayList<>();
        for (XmlElement element : call.arguments().children()) {
            if (element.name().equals("sObjects")) {
                records.add(GivenRecord.of(call, element));
            }
        }
        limit(records.size());
        return records;
    }

    private static void limit(int size) {
        if (size > MAX_RECORDS) {
            throw new SalesforceFault(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + MAX_RECORDS + " records into this call");
        }
    }

    private static String taken(ObjectNode body, String name) {
        return body.has(name) ? body.remove(name).asText("") : "";
    }

    private static void results(SoapXml xml, List<Map<String, Object>> results) {
        for (Map<String, Object> result : results) {
            xml.start("result");
            if (result.containsKey("created")) {
                xml.value("created", result.get("created"));
            }
            errors(xml, result.get("errors"));
            xml.value("id", result.get("id")).value("success", result.get("success"));
            xml.end();
        }
    }

    private static void errors(SoapXml xml, @Nullable Object errors) {
        if (!(errors instanceof List<?> list)) {
            return;
        }
        for (Object error : list) {
            if (error instanceof Map<?, ?> map) {
                xml.start("errors").type("Error");
                values(xml, "fields", map.get("fields"));
                xml.value("message", map.get("message"));
                xml.value("statusCode", statusCode(String.valueOf(map.get("statusCode"))));
                xml.end();
            }
        }
    }

    /** REST has codes of its own for what cannot be read. */
    private static String statusCode(String code) {
        return switch (code) {
            case "JSON_PARSER_ERROR" -> "INVALID_TYPE_ON_FIELD_IN_RECORD";
            case "NOT_FOUND" -> "INVALID_CROSS_REFERENCE_KEY";
            default -> code;
        };
    }
}
