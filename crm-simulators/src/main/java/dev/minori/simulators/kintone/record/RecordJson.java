package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import dev.minori.simulators.store.CopiedRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes rows as records: every value is {@code {type, value}}, numbers are strings, times end in {@code :00Z}. */
final class RecordJson {

    private static final byte[] ID = member("$id", "__ID__");
    private static final byte[] REVISION = member("$revision", "__REVISION__");
    private static final byte[] CODE = JsonBytes.ascii("{\"code\":");
    private static final byte[] NAME = JsonBytes.member("name");
    private static final byte[] EMPTY_TEXT = JsonBytes.ascii("\"\"");
    private static final byte[] EMPTY_ARRAY = JsonBytes.ascii("[]");
    private static final byte[] UTC = JsonBytes.ascii("Z");
    private static final int USUAL_VALUE_BYTES = 24;
    private static final long MINUTE = 60_000;

    private final App app;
    private final List<Shown> shown;
    private final boolean id;
    private final boolean revision;

    /** A field and how it begins, which need not be worked out for every record. */
    @SuppressWarnings("ArrayRecordComponent") // written only, never compared
    private record Shown(AppField field, byte[] start) {}

    /**
     * @param wanted codes to show, or null for all; unknown codes show nothing, as on the real service
     * @param readable fields the caller may see
     */
    RecordJson(App app, @Nullable Set<String> wanted, Predicate<AppField> readable) {
        this.app = app;
        this.shown = app.fields().stream()
                .filter(readable)
                .filter(field -> wanted == null || wanted.contains(field.code()))
                .map(field -> new Shown(field, member(field.code(), field.type().name())))
                .toList();
        this.id = wanted == null || wanted.contains("$id");
        this.revision = wanted == null || wanted.contains("$revision");
    }

    private static byte[] member(String code, String type) {
        return (new String(JsonBytes.member(code), StandardCharsets.UTF_8) + "{\"type\":\"" + type + "\",\"value\":")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes a record usually has. */
    int usualBytes() {
        return shown.stream()
                        .mapToInt(one -> one.start.length + USUAL_VALUE_BYTES)
                        .sum()
                + ID.length
                + REVISION.length
                + 2 * USUAL_VALUE_BYTES;
    }

    /** The SELECT list that {@link #write} expects: the columns of each field, then id and revision. */
    String selectList() {
        List<String> columns = new ArrayList<>();
        for (Shown one : shown) {
            switch (one.field.type()) {
                case RECORD_NUMBER -> columns.add("id::bigint");
                case CREATED_TIME -> columns.add("created_at");
                case UPDATED_TIME -> columns.add("updated_at");
                case CREATOR -> person(columns, "created_by");
                case MODIFIER -> person(columns, "updated_by");
                default -> columns.add(expression(app.column(one.field), one.field.type()));
            }
        }
        columns.add("id::bigint");
        columns.add("revision::bigint");
        return String.join(", ", columns);
    }

    /** To write a person's two texts costs far less than to have the database write its JSON. */
    private static void person(List<String> columns, String column) {
        columns.add(column + "->>'code'");
        columns.add(column + "->>'name'");
    }

    /** SQL that gives a value as it is written. */
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

    void write(JsonBytes json, CopiedRows row) {
        int start = json.size();
        int column = 0;
        for (Shown one : shown) {
            json.raw(one.start);
            column = value(json, row, column, one.field);
            json.raw('}');
        }
        if (id) {
            pseudo(json, ID, row.whole(column));
        }
        if (revision) {
            pseudo(json, REVISION, row.whole(column + 1));
        }
        json.braced(start);
    }

    private static void pseudo(JsonBytes json, byte[] start, long value) {
        json.raw(start).raw('"').number(value).raw('"').raw('}');
    }

    /** Writes a field's value and tells which column is the next one's first. */
    private int value(JsonBytes json, CopiedRows row, int column, AppField field) {
        switch (field.type()) {
            case RECORD_NUMBER -> json.string(app.recordNumber(row.whole(column)));
            case CREATED_TIME, UPDATED_TIME, DATETIME -> time(json, row, column);
            case CREATOR, MODIFIER -> {
                json.raw(CODE);
                text(json, row, column);
                json.raw(NAME);
                text(json, row, column + 1);
                json.raw('}');
                return column + 2;
            }
            case SINGLE_LINE_TEXT, LINK, MULTI_LINE_TEXT, RICH_TEXT, CALC, STATUS -> text(json, row, column);
            case RADIO_BUTTON, DROP_DOWN, DATE, TIME, NUMBER -> {
                if (row.isNull(column)) {
                    json.nothing();
                } else {
                    text(json, row, column);
                }
            }
            case CHECK_BOX, MULTI_SELECT, USER_SELECT, ORGANIZATION_SELECT, GROUP_SELECT, STATUS_ASSIGNEE, FILE -> {
                if (row.isNull(column)) {
                    json.raw(EMPTY_ARRAY);
                } else {
                    json.raw(row.bytes(), row.start(column), row.length(column));
                }
            }
            case SUBTABLE -> json.raw(table(row.isNull(column) ? null : row.text(column), field));
        }
        return column + 1;
    }

    private static void text(JsonBytes json, CopiedRows row, int column) {
        if (row.isNull(column)) {
            json.raw(EMPTY_TEXT);
        } else {
            json.string(row.bytes(), row.start(column), row.length(column));
        }
    }

    /** Seconds are never told. */
    private static void time(JsonBytes json, CopiedRows row, int column) {
        if (row.isNull(column)) {
            json.raw(EMPTY_TEXT);
        } else {
            json.seconds(Math.floorDiv(row.epochMillis(column), MINUTE) * MINUTE, UTC);
        }
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static byte[] table(@Nullable String stored, AppField field) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
            table(json, stored, field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
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
