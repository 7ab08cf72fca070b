package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.Text;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values of one record and turns them into column values. Unknown codes are ignored, as the service does;
 * errors are collected by path, all of a request together.
 */
final class RecordValues {

    private static final int WHOLE_DIGITS = 12;
    private static final int DECIMAL_PLACES = 4;

    private final App app;
    private final String path;
    private final Map<String, List<Text>> errors;
    private final Map<AppField, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * @param path how errors name the record: {@code record} or {@code records[3]}
     * @param errors where they are collected
     */
    RecordValues(App app, String path, Map<String, List<Text>> errors) {
        this.app = app;
        this.path = path;
        this.errors = errors;
    }

    /** Values of a new record: defaults fill what is absent, required fields must be there. */
    Map<AppField, @Nullable Object> forAdd(JsonNode record) {
        read(record);
        for (AppField field : app.fields()) {
            String usual = field.defaultValue();
            if (!values.containsKey(field) && usual != null && !usual.isEmpty()) {
                values.put(field, usual);
            }
            requireValue(field, values.get(field));
        }
        return values;
    }

    /**
     * Values of a change. A required field must not be emptied, and one that was empty before it became required makes
     * any change of the record fail.
     */
    Map<AppField, @Nullable Object> forUpdate(JsonNode record, Set<AppField> filledBefore) {
        read(record);
        for (AppField field : app.fields()) {
            if (values.containsKey(field)) {
                requireValue(field, values.get(field));
            } else if (!filledBefore.contains(field)) {
                requireValue(field, null);
            }
        }
        return values;
    }

    private void requireValue(AppField field, @Nullable Object value) {
        boolean empty = value == null || (value instanceof List<?> list && list.isEmpty());
        if (field.required() && empty && !errors.containsKey(place(field))) {
            add(field, "必須です。", "Required.");
        }
    }

    private void read(JsonNode record) {
        for (Map.Entry<String, JsonNode> property : record.properties()) {
            app.field(property.getKey())
                    .filter(field -> !field.type().system())
                    .ifPresent(field ->
                            values.put(field, value(field, property.getValue().path("value"))));
        }
    }

    private String place(AppField field) {
        return path + "." + field.code() + ".value";
    }

    private void add(AppField field, String ja, String en) {
        errors.computeIfAbsent(place(field), key -> new ArrayList<>()).add(new Text(ja, en));
    }

    private @Nullable Object value(AppField field, JsonNode given) {
        return switch (field.type()) {
            case SINGLE_LINE_TEXT, LINK, MULTI_LINE_TEXT, RICH_TEXT -> text(field, given);
            case NUMBER -> number(field, given);
            case RADIO_BUTTON, DROP_DOWN -> choice(field, given);
            case CHECK_BOX, MULTI_SELECT -> choices(field, given);
            case DATE, DATETIME, TIME -> time(field, given);
            case USER_SELECT, ORGANIZATION_SELECT, GROUP_SELECT -> users(given);
            case SUBTABLE -> given.isArray() ? given : JsonNodeFactory.instance.arrayNode();
            case RECORD_NUMBER, CREATOR, MODIFIER, CREATED_TIME, UPDATED_TIME ->
                throw new IllegalStateException(field.type() + " is not writable");
        };
    }

    private @Nullable String text(AppField field, JsonNode given) {
        String text = given.isNull() || given.isMissingNode() ? "" : given.asText();
        if (text.isEmpty()) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        Integer max = field.maxLength();
        Integer min = field.minLength();
        if (max != null && length > max) {
            add(field, max + "文字より短くなければなりません。", "Enter less than " + (max + 1) + " characters.");
        }
        if (min != null && length < min) {
            add(field, min + "文字より長くなければなりません。", "Enter more than " + (min - 1) + " characters.");
        }
        return text;
    }

    private @Nullable BigDecimal number(AppField field, JsonNode given) {
        String text =
                given.isNull() || given.isMissingNode() ? "" : given.asText().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() - number.scale() > WHOLE_DIGITS) {
                add(field, "有効桁数を超えています。", "The number of digits exceeds the limit.");
                return null;
            }
            checkRange(field, number);
            // Excess decimals are rounded without a word.
            return number.scale() > DECIMAL_PLACES ? number.setScale(DECIMAL_PLACES, RoundingMode.HALF_EVEN) : number;
        } catch (NumberFormatException e) {
            add(field, "数字でなければなりません。", "Only numbers are allowed.");
            return null;
        }
    }

    private void checkRange(AppField field, BigDecimal number) {
        String min = field.minValue();
        String max = field.maxValue();
        if (min != null && !min.isEmpty() && number.compareTo(new BigDecimal(min)) < 0) {
            add(field, min + "以上である必要があります。", "The value must be " + min + " or more.");
        }
        if (max != null && !max.isEmpty() && number.compareTo(new BigDecimal(max)) > 0) {
            add(field, max + "以下である必要があります。", "The value must be " + max + " or less.");
        }
    }

    private @Nullable String choice(AppField field, JsonNode given) {
        String text = given.isNull() || given.isMissingNode() ? "" : given.asText();
        if (text.isEmpty()) {
            return null;
        }
        checkChoice(field, text);
        return text;
    }

    private List<String> choices(AppField field, JsonNode given) {
        List<String> chosen = new ArrayList<>();
        for (JsonNode one : given) {
            checkChoice(field, one.asText());
            chosen.add(one.asText());
        }
        return chosen;
    }

    private void checkChoice(AppField field, String text) {
        if (!field.choices().contains(text)) {
            add(field, "\"" + text + "\"は選択肢にありません。", "The value, \"" + text + "\", is not in options.");
        }
    }

    private @Nullable Object time(AppField field, JsonNode given) {
        String text = given.isNull() || given.isMissingNode() ? "" : given.asText();
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (field.type() == FieldType.DATE) {
                return LocalDate.parse(text);
            }
            if (field.type() == FieldType.TIME) {
                return LocalTime.parse(text.length() == 4 ? "0" + text : text).truncatedTo(ChronoUnit.MINUTES);
            }
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            Text kind = kind(field);
            add(field, kind.ja() + "の形式が正しくありません。", "Enter a valid " + kind.en() + ".");
            return null;
        }
    }

    private static Text kind(AppField field) {
        return switch (field.type()) {
            case DATE -> new Text("日付", "date");
            case TIME -> new Text("時刻", "time");
            default -> new Text("日時", "date and time");
        };
    }

    private static ArrayNode users(JsonNode given) {
        ArrayNode users = JsonNodeFactory.instance.arrayNode();
        for (JsonNode user : given) {
            String code = user.path("code").asText("");
            ObjectNode entry = users.addObject();
            entry.put("code", code);
            entry.put("name", user.path("name").asText(code));
        }
        return users;
    }

    /** The rows of a table as they are stored: known ids keep what is not given, unknown ids become new rows. */
    static ArrayNode rows(AppField table, JsonNode given, JsonNode before, RowIds ids) throws SQLException {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : given) {
            String id = item.path("id").asText("");
            JsonNode known = null;
            for (JsonNode old : before) {
                if (!id.isEmpty() && old.path("id").asText().equals(id)) {
                    known = old;
                }
            }
            ObjectNode row = rows.addObject();
            row.put("id", known == null ? ids.next() : id);
            ObjectNode cells = row.putObject("value");
            for (AppField field : table.columns()) {
                JsonNode cell = item.path("value").path(field.code());
                JsonNode kept = known == null
                        ? JsonNodeFactory.instance.nullNode()
                        : known.path("value").path(field.code());
                cells.set(field.code(), cell.has("value") ? cell(field, cell.path("value")) : kept);
            }
        }
        return rows;
    }

    /** A bad number inside a table silently becomes empty, unlike at the top level. */
    private static JsonNode cell(AppField field, JsonNode value) {
        if (field.type() != FieldType.NUMBER) {
            boolean empty = value.isTextual() && value.asText().isEmpty();
            return empty ? JsonNodeFactory.instance.nullNode() : value;
        }
        try {
            return JsonNodeFactory.instance.textNode(
                    RecordJson.plain(new BigDecimal(value.asText().strip())));
        } catch (NumberFormatException e) {
            return JsonNodeFactory.instance.nullNode();
        }
    }

    /** Gives out ids of new table rows. */
    @FunctionalInterface
    interface RowIds {
        String next() throws SQLException;
    }

    /** Refuses the request when any of its records had errors. */
    static void refuseIfAny(Map<String, List<Text>> errors) {
        if (!errors.isEmpty()) {
            throw KintoneFault.invalid(errors);
        }
    }
}
