package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import dev.minori.simulators.store.CopiedRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes rows as records: every value is {@code {type, value}}, numbers are strings, times end in {@code :00Z}. */
final class RecordJson {

    private static final SerializableString TYPE = new SerializedString("type");
    private static final SerializableString VALUE = new SerializedString("value");
    private static final SerializableString ID = new SerializedString("$id");
    private static final SerializableString REVISION = new SerializedString("$revision");
    private static final int FIRST_OF_APP = 6;
    private static final long MINUTE = 60_000;

    private final App app;
    private final List<Shown> shown;
    private final boolean id;
    private final boolean revision;

    /** A field with its names as bytes, which need not be escaped for every record. */
    private record Shown(AppField field, SerializableString code, SerializableString type) {}

    /**
     * @param wanted codes to show, or null for all; unknown codes show nothing, as on the real service
     * @param readable fields the caller may see
     */
    RecordJson(App app, @Nullable Set<String> wanted, Predicate<AppField> readable) {
        this.app = app;
        this.shown = app.fields().stream()
                .filter(readable)
                .filter(field -> wanted == null || wanted.contains(field.code()))
                .map(field -> new Shown(
                        field,
                        new SerializedString(field.code()),
                        new SerializedString(field.type().name())))
                .toList();
        this.id = wanted == null || wanted.contains("$id");
        this.revision = wanted == null || wanted.contains("$revision");
    }

    /** The SELECT list that {@link #write} expects. */
    String selectList() {
        List<String> columns = new ArrayList<>(List.of(
                "id::bigint", "revision::bigint", "created_at", "created_by::text", "updated_at", "updated_by::text"));
        for (Shown one : shown) {
            if (!one.field.type().system()) {
                columns.add(expression(app.column(one.field), one.field.type()));
            }
        }
        return String.join(", ", columns);
    }

    /** SQL that gives a value as {@link #stored} passes it on. */
    private static String expression(String column, FieldType type) {
        return switch (type) {
            case DATETIME -> column;
            case TIME -> "to_char(" + column + ", 'HH24:MI')";
            case NUMBER -> "trim_scale(" + column + ")::text";
            case CHECK_BOX, MULTI_SELECT -> "array_to_json(" + column + ")::text";
            case SINGLE_LINE_TEXT,
                    LINK,
                    MULTI_LINE_TEXT,
                    RICH_TEXT,
                    RADIO_BUTTON,
                    DROP_DOWN,
                    DATE,
                    USER_SELECT,
                    ORGANIZATION_SELECT,
                    GROUP_SELECT,
                    FILE,
                    CALC,
                    STATUS,
                    STATUS_ASSIGNEE,
                    SUBTABLE -> column + "::text";
            case RECORD_NUMBER, CREATOR, MODIFIER, CREATED_TIME, UPDATED_TIME ->
                throw new IllegalStateException(type + " is not stored");
        };
    }

    void write(JsonGenerator json, CopiedRows row) throws IOException {
        json.writeStartObject();
        int column = FIRST_OF_APP;
        for (Shown one : shown) {
            json.writeFieldName(one.code);
            json.writeStartObject();
            json.writeFieldName(TYPE);
            json.writeString(one.type);
            json.writeFieldName(VALUE);
            if (one.field.type().system()) {
                system(json, row, one.field.type());
            } else {
                stored(json, row, column++, one.field);
            }
            json.writeEndObject();
        }
        if (id) {
            pseudo(json, ID, "__ID__", row.whole(0));
        }
        if (revision) {
            pseudo(json, REVISION, "__REVISION__", row.whole(1));
        }
        json.writeEndObject();
    }

    private static void pseudo(JsonGenerator json, SerializableString name, String type, long value)
            throws IOException {
        json.writeFieldName(name);
        json.writeStartObject();
        json.writeFieldName(TYPE);
        json.writeString(type);
        json.writeFieldName(VALUE);
        json.writeString(String.valueOf(value));
        json.writeEndObject();
    }

    private void system(JsonGenerator json, CopiedRows row, FieldType type) throws IOException {
        switch (type) {
            case RECORD_NUMBER -> json.writeString(app.recordNumber(row.whole(0)));
            case CREATED_TIME -> json.writeString(time(row, 2));
            case UPDATED_TIME -> json.writeString(time(row, 4));
            case CREATOR -> json.writeRawValue(row.text(3));
            case MODIFIER -> json.writeRawValue(row.text(5));
            case SINGLE_LINE_TEXT,
                    LINK,
                    MULTI_LINE_TEXT,
                    RICH_TEXT,
                    RADIO_BUTTON,
                    DROP_DOWN,
                    CHECK_BOX,
                    MULTI_SELECT,
                    NUMBER,
                    DATE,
                    DATETIME,
                    TIME,
                    USER_SELECT,
                    ORGANIZATION_SELECT,
                    GROUP_SELECT,
                    FILE,
                    CALC,
                    STATUS,
                    STATUS_ASSIGNEE,
                    SUBTABLE -> throw new IllegalStateException(type + " is stored");
        }
    }

    /** Seconds are never told. */
    private static String time(CopiedRows row, int column) {
        return row.isNull(column)
                ? ""
                : Instant.ofEpochMilli(Math.floorDiv(row.epochMillis(column), MINUTE) * MINUTE)
                        .toString();
    }

    private static void stored(JsonGenerator json, CopiedRows row, int column, AppField field) throws IOException {
        switch (field.type()) {
            case SINGLE_LINE_TEXT, LINK, MULTI_LINE_TEXT, RICH_TEXT, CALC, STATUS -> {
                if (row.isNull(column)) {
                    json.writeString("");
                } else {
                    json.writeUTF8String(row.bytes(), row.start(column), row.length(column));
                }
            }
            case RADIO_BUTTON, DROP_DOWN, DATE, TIME, NUMBER -> {
                if (row.isNull(column)) {
                    json.writeNull();
                } else {
                    json.writeUTF8String(row.bytes(), row.start(column), row.length(column));
                }
            }
            case DATETIME -> json.writeString(time(row, column));
            case CHECK_BOX, MULTI_SELECT, USER_SELECT, ORGANIZATION_SELECT, GROUP_SELECT, STATUS_ASSIGNEE, FILE ->
                json.writeRawValue(row.isNull(column) ? "[]" : row.text(column));
            case SUBTABLE -> table(json, row.isNull(column) ? null : row.text(column), field);
            case RECORD_NUMBER, CREATOR, MODIFIER, CREATED_TIME, UPDATED_TIME ->
                throw new IllegalStateException(field.type() + " is not stored");
        }
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void table(JsonGenerator json, @Nullable String stored, AppField field) throws IOException {
        json.writeStartArray();
        if (stored != null) {
            for (JsonNode item : Json.MAPPER.readTree(stored)) {
                json.writeStartObject();
                json.writeStringField("id", item.path("id").asText());
                json.writeObjectFieldStart("value");
                for (AppField inner : field.columns()) {
                    json.writeObjectFieldStart(inner.code());
                    json.writeStringField("type", inner.type().name());
                    json.writeFieldName("value");
                    JsonNode value = item.path("value").path(inner.code());
                    cell(json, inner.type(), value);
                    json.writeEndObject();
                }
                json.writeEndObject();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void cell(JsonGenerator json, FieldType type, JsonNode value) throws IOException {
        if (value.isArray()) {
            json.writeTree(value);
        } else if (!value.isMissingNode() && !value.isNull()) {
            json.writeString(value.asText());
        } else if (type.multiple() || type.entities() || type == FieldType.FILE) {
            json.writeStartArray();
            json.writeEndArray();
        } else if (type == FieldType.NUMBER || type == FieldType.DATE || type == FieldType.TIME || type.choice()) {
            json.writeNull();
        } else {
            json.writeString("");
        }
    }
}
