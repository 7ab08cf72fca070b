package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.Text;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.kintone.app.FieldType;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adding, changing and deleting records. A request is all or nothing, and holds at most 100 records. */
public final class WriteEndpoints {

    private static final int MAX_RECORDS = 100;

    private final Records records;
    private final Webhooks webhooks;

    public WriteEndpoints(Records records, Webhooks webhooks) {
        this.records = records;
        this.webhooks = webhooks;
    }

    /** {@code POST record.json}. */
    public void add(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::add);
        Lookups lookups = Lookups.of(app, records.access(), call);
        RecordTable.Saved saved = records.database().transact(connection -> {
            Map<String, List<Text>> errors = new LinkedHashMap<>();
            Map<AppField, @Nullable Object> values = new RecordValues(app, "record", records.rights(app, call), errors)
                    .forAdd(call.parameters().path("record"));
            ValueReader.refuseIfAny(errors);
            return records.table(connection, app, lookups, call).insert(values, "record");
        });
        webhooks.changed(call, app, "ADD_RECORD", saved.id());
        call.json(ordered("id", String.valueOf(saved.id()), "revision", String.valueOf(saved.revision())));
    }

    /** {@code POST records.json}. */
    public void addAll(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::add);
        Lookups lookups = Lookups.of(app, records.access(), call);
        List<JsonNode> given = list(call, "records", "追加");
        List<RecordTable.Saved> saved = records.database().transact(connection -> {
            Map<String, List<Text>> errors = new LinkedHashMap<>();
            RecordRights rights = records.rights(app, call);
            List<Map<AppField, @Nullable Object>> all = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                all.add(new RecordValues(app, "records[" + i + "]", rights, errors).forAdd(given.get(i)));
            }
            ValueReader.refuseIfAny(errors);
            RecordTable table = records.table(connection, app, lookups, call);
            List<RecordTable.Saved> done = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                done.add(table.insert(all.get(i), "records[" + i + "]"));
            }
            return done;
        });
        call.json(ordered(
                "ids", saved.stream().map(one -> String.valueOf(one.id())).toList(),
                "revisions",
                        saved.stream()
                                .map(one -> String.valueOf(one.revision()))
                                .toList()));
    }

    /** {@code PUT record.json}, by id or update key. */
    public void update(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::edit);
        Lookups lookups = Lookups.of(app, records.access(), call);
        Changed changed = records.database()
                .transact(connection -> change(
                        call, app, records.table(connection, app, lookups, call), call.parameters(), "record", false));
        webhooks.changed(call, app, "UPDATE_RECORD", changed.saved.id());
        call.json(ordered("revision", String.valueOf(changed.saved.revision())));
    }

    /** {@code PUT records.json}; with {@code upsert} records that are not found by their key are added. */
    public void updateAll(KintoneCall call) throws IOException, SQLException {
        boolean upsert = call.parameters().path("upsert").asBoolean(false);
        App app = records.access().app(call, "app", rights -> rights.edit() && (!upsert || rights.add()));
        Lookups lookups = Lookups.of(app, records.access(), call);
        List<JsonNode> given = list(call, "records", "更新");
        List<Changed> changes = records.database().transact(connection -> {
            RecordTable table = records.table(connection, app, lookups, call);
            List<Changed> done = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                done.add(change(call, app, table, given.get(i), "records[" + i + "]", upsert));
            }
            return done;
        });
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Changed changed : changes) {
            Map<String, Object> answer = ordered(
                    "id", String.valueOf(changed.saved.id()), "revision", String.valueOf(changed.saved.revision()));
            if (upsert) {
                answer.put("operation", changed.inserted ? "INSERT" : "UPDATE");
            }
            answers.add(answer);
        }
        call.json(ordered("records", answers));
    }

    /** {@code DELETE records.json}. */
    public void deleteAll(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::delete);
        Lookups lookups = Lookups.of(app, records.access(), call);
        List<JsonNode> ids = list(call, "ids", "削除");
        JsonNode revisions = call.parameters().path("revisions");
        records.database().run(connection -> {
            RecordTable table = records.table(connection, app, lookups, call);
            for (int i = 0; i < ids.size(); i++) {
                long id = call.number(ids.get(i), "ids[" + i + "]");
                RecordTable.Known known = table.find(id).orElseThrow(() -> KintoneFault.noRecord(String.valueOf(id)));
                table.require(id, RecordRights.Right.DELETE);
                checkRevision(call, revisions.path(i), known);
                table.delete(id);
            }
        });
        call.json(JsonNodeFactory.instance.objectNode());
    }

    private record Changed(RecordTable.Saved saved, boolean inserted) {}

    private static Changed change(
            KintoneCall call, App app, RecordTable table, JsonNode request, String path, boolean upsert)
            throws SQLException {
        Map<String, List<Text>> errors = new LinkedHashMap<>();
        JsonNode record = request.path("record");
        Optional<RecordTable.Known> found;
        AppField key = null;
        Object keyValue = null;
        if (request.hasNonNull("id")) {
            long id = call.number(request.path("id"), "id");
            found = table.find(id);
            if (found.isEmpty()) {
                throw KintoneFault.noRecord(String.valueOf(id));
            }
        } else {
            key = key(app, request.path("updateKey"));
            keyValue = keyValue(key, request.path("updateKey").path("value").asText(""));
            found = table.findByKey(key, keyValue);
        }
        if (found.isEmpty()) {
            if (!upsert || key == null) {
                throw KintoneFault.noRecord(
                        request.path("updateKey").path("value").asText(""));
            }
            Map<AppField, @Nullable Object> values =
                    new RecordValues(app, path, table.rights(), errors).forAdd(withKey(record, key, request));
            ValueReader.refuseIfAny(errors);
            return new Changed(table.insert(values, path), true);
        }
        table.require(found.get().id(), RecordRights.Right.EDIT);
        checkRevision(call, request.path("revision"), found.get());
        Map<AppField, @Nullable Object> values = new RecordValues(app, path, table.rights(), errors)
                .forUpdate(record, found.get().filled());
        ValueReader.refuseIfAny(errors);
        return new Changed(table.update(found.get(), values, path), false);
    }

    private static JsonNode withKey(JsonNode record, AppField key, JsonNode request) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        record.properties().forEach(property -> all.set(property.getKey(), property.getValue()));
        all.putObject(key.code()).set("value", request.path("updateKey").path("value"));
        return all;
    }

    private static AppField key(App app, JsonNode updateKey) {
        String code = updateKey.path("field").asText("");
        if (code.isEmpty()) {
            throw KintoneFault.required("id");
        }
        AppField field = app.field(code)
                .orElseThrow(() -> KintoneFault.of(
                        400,
                        "GAIA_IQ11",
                        "指定されたフィールド（" + code + "）が見つかりません。",
                        "Specified field (" + code + ") not found."));
        boolean usable =
                field.unique() && (field.type() == FieldType.SINGLE_LINE_TEXT || field.type() == FieldType.NUMBER);
        if (!usable) {
            throw KintoneFault.invalid(
                    "updateKey.field",
                    "更新キーには、重複を禁止した文字列（1行）または数値フィールドを指定してください。",
                    "The update key must be a Text or Number field that prohibits duplicate values.");
        }
        return field;
    }

    private static Object keyValue(AppField key, String value) {
        if (key.type() != FieldType.NUMBER) {
            return value;
        }
        try {
            return new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            throw KintoneFault.invalid("updateKey.value", "数字でなければなりません。", "Only numbers are allowed.");
        }
    }

    static void checkRevision(KintoneCall call, JsonNode given, RecordTable.Known known) {
        if (given.isMissingNode() || given.isNull()) {
            return;
        }
        long revision = call.number(given, "revision");
        if (revision != -1 && revision != known.revision()) {
            throw KintoneFault.staleRevision();
        }
    }

    static List<JsonNode> list(KintoneCall call, String name, String verb) {
        JsonNode given = call.parameters().path(name);
        if (!given.isArray() || (given.isEmpty() && verb.equals("削除"))) {
            throw KintoneFault.required(name);
        }
        if (given.size() > MAX_RECORDS) {
            throw KintoneFault.invalid(
                    name,
                    "一度に" + MAX_RECORDS + "件までのレコードを" + verb + "できます。",
                    "A maximum of " + MAX_RECORDS + " records can be " + english(verb) + " at one time.");
        }
        List<JsonNode> items = new ArrayList<>();
        given.forEach(items::add);
        return items;
    }

    private static String english(String verb) {
        return switch (verb) {
            case "追加" -> "added";
            case "更新" -> "updated";
            default -> "deleted";
        };
    }

    private static Map<String, Object> ordered(String name, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(name, value);
        return map;
    }

    private static Map<String, Object> ordered(String name, Object value, String second, Object secondValue) {
        Map<String, Object> map = ordered(name, value);
        map.put(second, secondValue);
        return map;
    }
}
