package dev.minori.simulators.kintone.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.kintone.Access;
import dev.minori.simulators.kintone.Caller;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code app.json}, {@code apps.json} and the form. */
public final class AppEndpoints {

    static final String REVISION = "5";

    private static final int MAX_APPS = 100;

    private final Access access;
    private final Apps apps;

    public AppEndpoints(Access access, Apps apps) {
        this.access = access;
        this.apps = apps;
    }

    /** {@code GET app.json?id=}. */
    public void app(KintoneCall call) throws IOException, SQLException {
        call.json(document(access.app(call, "id", rights -> true)));
    }

    /** {@code GET apps.json}: by ids, codes and name; only for people, tokens know one app each. */
    public void apps(KintoneCall call) throws IOException {
        if (call.caller() instanceof Caller.Tokens) {
            throw KintoneFault.tokenMayNot();
        }
        JsonNode given = call.parameters();
        long limit = given.hasNonNull("limit") ? call.number(given.path("limit"), "limit") : MAX_APPS;
        long offset = given.hasNonNull("offset") ? call.number(given.path("offset"), "offset") : 0;
        if (limit < 1 || limit > MAX_APPS) {
            throw KintoneFault.invalid(
                    "limit", "1以上" + MAX_APPS + "以下の数値を指定してください。", "Enter a number from 1 to " + MAX_APPS + ".");
        }
        Set<String> ids = texts(given.path("ids"));
        Set<String> codes = texts(given.path("codes"));
        String name = given.path("name").asText("").toLowerCase(Locale.ROOT);
        List<Map<String, Object>> found = apps.all().stream()
                .filter(app -> app.guestSpace() == call.space())
                .filter(app -> ids.isEmpty() || ids.contains(String.valueOf(app.id())))
                .filter(app -> codes.isEmpty() || codes.contains(app.code()))
                .filter(app -> app.name().toLowerCase(Locale.ROOT).contains(name))
                .skip(offset)
                .limit(limit)
                .map(AppEndpoints::document)
                .toList();
        call.json(Map.of("apps", found));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Map<String, Object> document(App app) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("code", "Administrator");
        user.put("name", "Administrator");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("appId", String.valueOf(app.id()));
        document.put("code", app.code());
        document.put("name", app.name());
        document.put("description", app.description());
        String space = app.guestSpace() == 0 ? null : String.valueOf(app.guestSpace());
        document.put("spaceId", space);
        document.put("threadId", space);
        document.put("createdAt", "2024-04-01T00:00:00.000Z");
        document.put("creator", user);
        document.put("modifiedAt", "2024-04-01T00:00:00.000Z");
        document.put("modifier", user);
        return document;
    }

    /** {@code GET app/form/fields.json?app=}. */
    public void formFields(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", rights -> true);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("properties", FormFields.properties(app));
        document.put("revision", REVISION);
        call.json(document);
    }

    /** {@code GET app/form/layout.json?app=}: a row for each field, in the order of the definition. */
    public void formLayout(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", rights -> true);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "layout",
                app.fields().stream()
                        .filter(field -> !field.equals(App.STATUS) && !field.equals(App.STATUS_ASSIGNEE))
                        .map(AppEndpoints::row)
                        .toList());
        document.put("revision", REVISION);
        call.json(document);
    }

    private static Map<String, Object> row(AppField field) {
        boolean table = field.type() == FieldType.SUBTABLE;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", table ? "SUBTABLE" : "ROW");
        if (table) {
            row.put("code", field.code());
        }
        List<AppField> fields = table ? field.columns() : List.of(field);
        row.put("fields", fields.stream().map(AppEndpoints::placed).toList());
        return row;
    }

    private static Map<String, Object> placed(AppField field) {
        Map<String, Object> placed = new LinkedHashMap<>();
        placed.put("type", field.type().name());
        placed.put("code", field.code());
        placed.put("size", Map.of("width", "200"));
        return placed;
    }
}
