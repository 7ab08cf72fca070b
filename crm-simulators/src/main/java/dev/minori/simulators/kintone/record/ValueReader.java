package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.Text;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import dev.minori.simulators.kintone.app.NumberPrecision;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks single values and turns them into what is stored. Errors are collected by path; where a path ends in {@code
 * .value} and where in {@code .values} is recorded from a real tenant, see
 * https://github.com/SonicGarden/kintone-emulator (doc/kintone-behavior-notes.md).
 */
final class ValueReader {

    private final NumberPrecision precision;
    private final Map<String, List<Text>> errors;

    /** @param errors where they are collected */
    ValueReader(NumberPrecision precision, Map<String, List<Text>> errors) {
        this.precision = precision;
        this.errors = errors;
    }

    /** What is stored of a value, or null for none. */
    @Nullable
    Object read(AppField field, JsonNode given, String path) {
        return switch (field.type()) {
            case SINGLE_LINE_TEXT, LINK, MULTI_LINE_TEXT, RICH_TEXT -> text(field, given, path);
            case NUMBER -> number(field, given, path);
            case RADIO_BUTTON, DROP_DOWN -> choice(field, given, path);
            case CHECK_BOX, MULTI_SELECT -> choices(field, given, path);
            case DATE, DATETIME, TIME -> time(field, given, path);
            case USER_SELECT, ORGANIZATION_SELECT, GROUP_SELECT -> users(given);
            case FILE -> given.isArray() ? given : JsonNodeFactory.instance.arrayNode();
            case SUBTABLE,
                    RECORD_NUMBER,
                    CREATOR,
                    MODIFIER,
                    CREATED_TIME,
                    UPDATED_TIME,
                    CALC,
                    STATUS,
                    STATUS_ASSIGNEE ->
                throw new IllegalStateException(field.type() + " is not a single value of a caller's");
        };
    }

    /** Complains about a required field that has no value. */
    void require(AppField field, @Nullable Object value, String path) {
        boolean empty = value == null
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof JsonNode node && node.isContainerNode() && node.isEmpty());
        if (field.required() && empty && !errors.containsKey(place(field, path))) {
            add(place(field, path), "必須です。", "Required.");
        }
    }

    /** Errors about one record's request are thrown together. */
    static void refuseIfAny(Map<String, List<Text>> errors) {
        if (!errors.isEmpty()) {
            throw KintoneFault.invalid(errors);
        }
    }

    private static String place(AppField field, String path) {
        String end;
        if (field.type().entities()) {
            end = ".values.value";
        } else if (field.type().multiple() || field.type() == FieldType.FILE) {
            end = ".values";
        } else {
            end = ".value";
        }
        return path + "." + field.code() + end;
    }

    private void add(String place, String ja, String en) {
        errors.computeIfAbsent(place, key -> new ArrayList<>()).add(new Text(ja, en));
    }

    private static String plainText(JsonNode given) {
        return given.isNull() || given.isMissingNode() ? "" : given.asText();
    }

    private @Nullable String text(AppField field, JsonNode given, String path) {
        String text = plainText(given);
        if (text.isEmpty()) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        Integer max = field.maxLength();
        Integer min = field.minLength();
        String place = place(field, path);
        if (max != null && length > max) {
            add(place, (max + 1) + "文字より短くなければなりません。", "Enter less than " + (max + 1) + " characters.");
        }
        if (min != null && length < min) {
            add(place, (min - 1) + "文字より長くなければなりません。", "Enter more than " + (min - 1) + " characters.");
        }
        return text;
    }

    private @Nullable BigDecimal number(AppField field, JsonNode given, String path) {
        String text = plainText(given).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (!precision.fits(number)) {
                add(place(field, path), "有効桁数を超えています。", "The number of digits exceeds the limit.");
                return null;
            }
            checkRange(field, number, path);
            // Excess decimals are rounded without a word.
            return precision.round(number);
        } catch (NumberFormatException e) {
            add(path + "[" + field.code() + "].value", "数字でなければなりません。", "Only numbers are allowed.");
            return null;
        }
    }

    private void checkRange(AppField field, BigDecimal number, String path) {
        String min = field.minValue();
        String max = field.maxValue();
        if (min != null && !min.isEmpty() && number.compareTo(new BigDecimal(min)) < 0) {
            add(place(field, path), min + "以上である必要があります。", "The value must be " + min + " or more.");
        }
        if (max != null && !max.isEmpty() && number.compareTo(new BigDecimal(max)) > 0) {
            add(place(field, path), max + "以下である必要があります。", "The value must be " + max + " or less.");
        }
    }

    private @Nullable String choice(AppField field, JsonNode given, String path) {
        String text = plainText(given);
        if (text.isEmpty()) {
            return null;
        }
        checkChoice(field, text, place(field, path));
        return text;
    }

    private List<String> choices(AppField field, JsonNode given, String path) {
        List<String> chosen = new ArrayList<>();
        for (JsonNode one : given) {
            checkChoice(field, one.asText(), place(field, path) + "[" + chosen.size() + "].value");
            chosen.add(one.asText());
        }
        return chosen;
    }

    private void checkChoice(AppField field, String text, String place) {
        if (!field.choices().contains(text)) {
            add(place, "\"" + text + "\"は選択肢にありません。", "The value, \"" + text + "\", is not in options.");
        }
    }

    private @Nullable Object time(AppField field, JsonNode given, String path) {
        String text = plainText(given);
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (field.type() == FieldType.DATE) {
                return LocalDate.parse(text);
            }
            if (field.type() == FieldType.TIME) {
                String padded = text.indexOf(':') == 1 ? "0" + text : text;
                return LocalTime.parse(padded).truncatedTo(ChronoUnit.MINUTES);
            }
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            Text kind = kind(field);
            add(place(field, path), kind.ja() + "の形式が正しくありません。", "Enter a valid " + kind.en() + ".");
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
}
