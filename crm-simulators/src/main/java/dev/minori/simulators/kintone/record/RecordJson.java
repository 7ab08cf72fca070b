package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes rows as records: every value is {@code {type, value}}, numbers are strings, times end in {@code :00Z}. */
final class RecordJson {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final App app;
    private final List<AppField> shown;
    private final boolean id;
    private final boolean revision;

    /**
     * @param wanted codes to show, or null for all; unknown codes show nothing, as on the real service
     * @param readable fields the caller may see
     */
    RecordJson(App app, @Nullable Set<String> wanted, Predicate<AppField> readable) {
        this.app = app;
        this.shown = app.fields().stream()
                .filter(readable)
                .filter(field -> wanted == null || wanted.contains(field.code()))
                .toList();
        this.id = wanted == null || wanted.contains("$id");
        this.revision = wanted == null || wanted.contains("$revision");
    }

    /** The SELECT list that {@link #write} expects. */
    String selectList() {
        List<String> columns = new ArrayList<>(
                List.of("id", "revision", "created_at", "created_by::text", "updated_at", "updated_by::text"));
        for (AppField field : shown) {
            if (!field.type().system()) {
                columns.add(app.column(field));
            }
        }
        return String.join(", ", columns);
    }

    void write(JsonGenerator json, ResultSet row) throws SQLException, IOException {
        json.writeStartObject();
        int column = 7;
        for (AppField field : shown) {
            json.writeObjectFieldStart(field.code());
            json.writeStringField("type", field.type().name());
            json.writeFieldName("value");
            if (field.type().system()) {
                system(json, row, field.type());
            } else {
                stored(json, row, column++, field);
            }
            json.writeEndObject();
        }
        if (id) {
            pseudo(json, "$id", "__ID__", row.getLong(1));
        }
        if (revision) {
            pseudo(json, "$revision", "__REVISION__", row.getLong(2));
        }
        json.writeEndObject();
    }

    private static void pseudo(JsonGenerator json, String name, String type, long value) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("type", type);
        json.writeStringField("value", String.valueOf(value));
        json.writeEndObject();
    }

    private void system(JsonGenerator json, ResultSet row, FieldType type) throws SQLException, IOException {
        switch (type) {
            case RECORD_NUMBER -> json.writeString(app.recordNumber(row.getLong(1)));
            case CREATED_TIME -> json.writeString(time(row, 3));
            case UPDATED_TIME -> json.writeString(time(row, 5));
            case CREATOR -> json.writeRawValue(row.getString(4));
            case MODIFIER -> json.writeRawValue(row.getString(6));
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

    private static String time(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? "" : time(value.toInstant());
    }

    private static String time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toInstant()
                .toString();
    }

    private void stored(JsonGenerator json, ResultSet row, int column, AppField field)
            throws SQLException, IOException {
        switch (field.type()) {
            case SINGLE_LINE_TEXT, LINK, MULTI_LINE_TEXT, RICH_TEXT, CALC, STATUS -> {
                String text = row.getString(column);
                json.writeString(text == null ? "" : text);
            }
            case RADIO_BUTTON, DROP_DOWN, DATE -> nullable(json, row.getString(column));
            case DATETIME -> json.writeString(time(row, column));
            case TIME -> {
                LocalTime time = row.getObject(column, LocalTime.class);
                nullable(json, time == null ? null : CLOCK.format(time));
            }
            case NUMBER -> {
                BigDecimal number = row.getBigDecimal(column);
                nullable(json, number == null ? null : plain(number));
            }
            case CHECK_BOX, MULTI_SELECT -> {
                json.writeStartArray();
                Array array = row.getArray(column);
                if (array != null) {
                    for (Object choice : (Object[]) array.getArray()) {
                        json.writeString(String.valueOf(choice));
                    }
                }
                json.writeEndArray();
            }
            case USER_SELECT, ORGANIZATION_SELECT, GROUP_SELECT, STATUS_ASSIGNEE, FILE -> {
                String users = row.getString(column);
                json.writeRawValue(users == null ? "[]" : users);
            }
            case SUBTABLE -> table(json, row.getString(column), field);
            case RECORD_NUMBER, CREATOR, MODIFIER, CREATED_TIME, UPDATED_TIME ->
                throw new IllegalStateException(field.type() + " is not stored");
        }
    }

    private static void nullable(JsonGenerator json, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
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
