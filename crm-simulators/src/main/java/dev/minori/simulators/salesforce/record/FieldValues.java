package dev.minori.simulators.salesforce.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the JSON body of a write into checked column values. */
final class FieldValues {

    private static final DateTimeFormatter DATETIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);
    private static final int SHOWN = 20;

    private FieldValues() {}

    /** Values of a create: required fields must be there. */
    static Map<Field, @Nullable Object> forCreate(ObjectType object, JsonNode body) {
        Map<Field, @Nullable Object> values = values(object, body, true);
        List<String> missing = object.fields().stream()
                .filter(field -> field.required() && field.createable() && field.type() != FieldKind.BOOLEAN)
                .filter(field -> values.get(field) == null)
                .map(Field::name)
                .toList();
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
        return values;
    }

    /** Values of an update: required fields may be absent, but not emptied. */
    static Map<Field, @Nullable Object> forUpdate(ObjectType object, JsonNode body) {
        Map<Field, @Nullable Object> values = values(object, body, false);
        List<String> emptied = values.entrySet().stream()
                .filter(entry -> entry.getValue() == null && entry.getKey().required())
                .map(entry -> entry.getKey().name())
                .toList();
        if (!emptied.isEmpty()) {
            throw missing(emptied);
        }
        return values;
    }

    private static SalesforceFault missing(List<String> fields) {
        return new SalesforceFault(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: " + fields, fields);
    }

    private static Map<Field, @Nullable Object> values(ObjectType object, JsonNode body, boolean create) {
        if (!body.isObject()) {
            throw new SalesforceFault(400, "JSON_PARSER_ERROR", "The HTTP entity body must be a JSON object");
        }
        Map<Field, @Nullable Object> values = new LinkedHashMap<>();
        List<String> forbidden = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            if (property.getKey().equals("attributes")) {
                continue;
            }
            Field field = object.field(property.getKey())
                    .orElseThrow(() -> new SalesforceFault(
                            400,
                            "INVALID_FIELD",
                            "No such column '" + property.getKey() + "' on sobject of type " + object.name()));
            if (create ? !field.createable() : !field.updateable()) {
                forbidden.add(field.name());
            } else {
                values.put(field, value(field, property.getValue()));
            }
        }
        if (!forbidden.isEmpty()) {
            throw new SalesforceFault(
                    400,
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: " + String.join(", ", forbidden)
                            + ". Please check the security settings of this field and verify that it is read/write for"
                            + " your profile or permission set.",
                    forbidden);
        }
        return values;
    }

    private static @Nullable Object value(Field field, JsonNode node) {
        if (node.isNull()) {
            return field.type() == FieldKind.BOOLEAN ? Boolean.FALSE : null;
        }
        if (node.isContainerNode()) {
            throw unreadable(field, node, node.isArray() ? "START_ARRAY" : "START_OBJECT");
        }
        return switch (field.type().family()) {
            case TEXT -> text(field, node);
            case BOOLEAN -> {
                if (!node.isBoolean() && !node.asText().matches("true|false")) {
                    throw unreadable(field, node, "VALUE_STRING");
                }
                yield node.asBoolean();
            }
            case NUMBER -> number(field, node);
            case DATE, DATETIME -> time(field, node);
            case COMPOUND -> throw new IllegalStateException("compound fields are never createable");
        };
    }

    private static @Nullable Object text(Field field, JsonNode node) {
        String text = node.asText().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (field.type() == FieldKind.REFERENCE) {
            return SalesforceId.normalise(text)
                    .orElseThrow(() -> new SalesforceFault(
                            400,
                            "MALFORMED_ID",
                            field.label() + ": id value of incorrect type: " + text,
                            List.of(field.name())));
        }
        if (text.codePointCount(0, text.length()) > field.effectiveLength()) {
            throw new SalesforceFault(
                    400,
                    "STRING_TOO_LONG",
                    field.label() + ": data value too large: " + shortened(text) + " (max length="
                            + field.effectiveLength() + ")",
                    List.of(field.name()));
        }
        if (field.type() == FieldKind.EMAIL && !text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new SalesforceFault(
                    400,
                    "INVALID_EMAIL_ADDRESS",
                    field.label() + ": invalid email address: " + text,
                    List.of(field.name()));
        }
        if (field.restricted() && !field.values().contains(text)) {
            throw new SalesforceFault(
                    400,
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    field.label() + ": bad value for restricted picklist field: " + text,
                    List.of(field.name()));
        }
        return text;
    }

    private static Object number(Field field, JsonNode node) {
        BigDecimal number;
        try {
            number = node.isNumber()
                    ? node.decimalValue()
                    : new BigDecimal(node.asText().strip());
        } catch (NumberFormatException e) {
            throw unreadable(field, node, "VALUE_STRING");
        }
        if (field.type() == FieldKind.INT) {
            try {
                return number.intValueExact();
            } catch (ArithmeticException e) {
                throw unreadable(field, node, "VALUE_NUMBER");
            }
        }
        BigDecimal rounded =
                number.setScale(Math.min(Math.max(number.scale(), 0), field.scale()), RoundingMode.HALF_UP);
        int whole = rounded.precision() - rounded.scale();
        if (whole > field.effectivePrecision() - field.scale()) {
            throw new SalesforceFault(
                    400,
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    field.label() + ": value outside of valid range on numeric field: " + number.toPlainString(),
                    List.of(field.name()));
        }
        return rounded;
    }

    private static Object time(Field field, JsonNode node) {
        String text = node.asText();
        try {
            if (field.type() == FieldKind.DATE) {
                return LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
            }
            return text.length() == 10
                    ? Instant.parse(text + "T00:00:00Z")
                    : OffsetDateTime.parse(text, DATETIME).toInstant();
        } catch (DateTimeException e) {
            throw unreadable(field, node, "VALUE_STRING");
        }
    }

    private static SalesforceFault unreadable(Field field, JsonNode node, String token) {
        return new SalesforceFault(
                400,
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of " + field.type().apiName() + " from " + token + " value "
                        + shortened(node.asText())
                        + " or request may be missing a required field at [line:1, column:1]");
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
