package dev.minori.simulators.kintone.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code GET /k/v1/app/form/fields.json}: properties per type as the vendor documents them; every scalar
 * is a string, absent limits are the empty string.
 */
public final class FormFields {

    private static final String CATEGORIES = "カテゴリー";

    private FormFields() {}

    /** Properties of all fields, by code. Status, assignee and categories are told of when they are switched off, too. */
    public static Map<String, Object> properties(App app) {
        Map<String, Object> properties = properties(app.fields());
        boolean process = app.process().isPresent();
        properties.put(App.STATUS.code(), switched("STATUS", App.STATUS.code(), process));
        properties.put(App.STATUS_ASSIGNEE.code(), switched("STATUS_ASSIGNEE", App.STATUS_ASSIGNEE.code(), process));
        properties.put(CATEGORIES, switched("CATEGORY", CATEGORIES, false));
        return properties;
    }

    private static Map<String, Object> switched(String type, String code, boolean enabled) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", type);
        property.put("code", code);
        property.put("label", code);
        property.put("enabled", enabled);
        return property;
    }

    private static Map<String, Object> properties(List<AppField> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (AppField field : fields) {
            properties.put(field.code(), property(field));
        }
        return properties;
    }

    private static Map<String, Object> property(AppField field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", field.type().name());
        property.put("code", field.code());
        property.put("label", field.label());
        property.put("noLabel", false);
        Lookup lookup = field.lookup();
        if (lookup != null) {
            required(property, field);
            property.put("lookup", lookup(lookup));
            return property;
        }
        switch (field.type()) {
            case SINGLE_LINE_TEXT -> {
                required(property, field);
                lengths(property, field);
                property.put("expression", orEmpty(field.expression()));
                property.put("hideExpression", false);
                property.put("unique", field.unique());
                property.put("defaultValue", orEmpty(field.defaultValue()));
            }
            case LINK -> {
                required(property, field);
                lengths(property, field);
                property.put("unique", field.unique());
                property.put("defaultValue", orEmpty(field.defaultValue()));
                property.put("protocol", "WEB");
            }
            case MULTI_LINE_TEXT, RICH_TEXT -> {
                required(property, field);
                property.put("defaultValue", orEmpty(field.defaultValue()));
            }
            case NUMBER -> {
                required(property, field);
                property.put("minValue", orEmpty(field.minValue()));
                property.put("maxValue", orEmpty(field.maxValue()));
                property.put("digit", false);
                property.put("unique", field.unique());
                property.put("defaultValue", orEmpty(field.defaultValue()));
                property.put("displayScale", "");
                property.put("unit", orEmpty(field.unit()));
                property.put("unitPosition", field.unit() == null ? "BEFORE" : "AFTER");
            }
            case RADIO_BUTTON, DROP_DOWN -> {
                required(property, field);
                options(property, field);
                property.put("defaultValue", orEmpty(field.defaultValue()));
                if (field.type() == FieldType.RADIO_BUTTON) {
                    property.put("align", "HORIZONTAL");
                }
            }
            case CHECK_BOX, MULTI_SELECT -> {
                required(property, field);
                options(property, field);
                property.put("defaultValue", List.of());
                if (field.type() == FieldType.CHECK_BOX) {
                    property.put("align", "HORIZONTAL");
                }
            }
            case DATE, DATETIME, TIME -> {
                required(property, field);
                if (field.type() != FieldType.TIME) {
                    property.put("unique", field.unique());
                }
                property.put("defaultValue", "");
                property.put("defaultNowValue", false);
            }
            case USER_SELECT, ORGANIZATION_SELECT, GROUP_SELECT -> {
                required(property, field);
                property.put("entities", List.of());
                property.put("defaultValue", List.of());
            }
            case FILE -> {
                required(property, field);
                property.put("thumbnailSize", "150");
            }
            case CALC -> {
                required(property, field);
                property.put("expression", orEmpty(field.expression()));
                property.put("format", field.format() == null ? "NUMBER" : field.format());
                property.put("displayScale", "");
                property.put("hideExpression", false);
                property.put("unit", orEmpty(field.unit()));
                property.put("unitPosition", field.unit() == null ? "BEFORE" : "AFTER");
            }
            case SUBTABLE -> property.put("fields", properties(field.columns()));
            case RECORD_NUMBER, CREATOR, MODIFIER, CREATED_TIME, UPDATED_TIME, STATUS, STATUS_ASSIGNEE -> {
                // System fields have a label and nothing else to set.
            }
        }
        return property;
    }

    private static Map<String, Object> lookup(Lookup lookup) {
        List<Map<String, String>> mappings = new ArrayList<>();
        lookup.copies().forEach((field, related) -> mappings.add(Map.of("field", field, "relatedField", related)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("relatedApp", Map.of("app", String.valueOf(lookup.app()), "code", ""));
        document.put("relatedKeyField", lookup.key());
        document.put("fieldMappings", mappings);
        document.put("lookupPickerFields", List.of());
        document.put("filterCond", "");
        document.put("sort", "");
        return document;
    }

    private static void required(Map<String, Object> property, AppField field) {
        property.put("required", field.required());
    }

    private static void lengths(Map<String, Object> property, AppField field) {
        property.put(
                "minLength", field.minLength() == null ? "" : field.minLength().toString());
        property.put(
                "maxLength", field.maxLength() == null ? "" : field.maxLength().toString());
    }

    private static void options(Map<String, Object> property, AppField field) {
        Map<String, Object> options = new LinkedHashMap<>();
        int index = 0;
        for (String choice : field.choices()) {
            options.put(choice, Map.of("label", choice, "index", String.valueOf(index++)));
        }
        property.put("options", options);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
