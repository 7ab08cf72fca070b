package dev.minori.sync.kintone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.PersonalGuess;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns an app's form fields into our schema. System fields are found by type: their codes can be renamed. */
final class KintoneForm {
    static final String REVISION = "$revision";

    /** Fields that show on the form but never come with records. */
    private static final Set<String> WITHOUT_VALUE = Set.of("REFERENCE_TABLE", "GROUP", "LABEL", "SPACER", "HR");

    private static final Set<String> SYSTEM =
            Set.of("RECORD_NUMBER", "CREATOR", "CREATED_TIME", "MODIFIER", "UPDATED_TIME", "STATUS", "STATUS_ASSIGNEE");

    private KintoneForm() {}

    static SourceSchema schema(long appId, String name, JsonNode form) {
        List<SourceField> fields = new ArrayList<>();
        fields.add(
                new SourceField("$id", "レコードID", SourceType.NUMBER, "__ID__", FieldRole.KEY, false, true, false, null));
        fields.add(new SourceField(
                REVISION, "リビジョン", SourceType.NUMBER, "__REVISION__", FieldRole.SYSTEM, false, true, false, null));
        String changeField = null;
        Map<String, List<SourceField>> tables = new HashMap<>();
        for (JsonNode field : form.path("properties")) {
            String nativeType = field.path("type").asText();
            if (WITHOUT_VALUE.contains(nativeType)) {
                continue;
            }
            fields.add(field(field, nativeType));
            if (nativeType.equals("SUBTABLE")) {
                tables.put(field.path("code").asText(), columns(field));
            }
            if (nativeType.equals("UPDATED_TIME")) {
                changeField = field.path("code").asText();
            }
        }
        return new SourceSchema(String.valueOf(appId), name, "$id", changeField, fields, tables);
    }

    private static List<SourceField> columns(JsonNode table) {
        List<SourceField> columns = new ArrayList<>();
        for (JsonNode column : table.path("fields")) {
            columns.add(field(column, column.path("type").asText()));
        }
        return columns;
    }

    private static SourceField field(JsonNode field, String nativeType) {
        String code = field.path("code").asText();
        String label = field.path("label").asText(code);
        boolean lookup = field.has("lookup");
        return new SourceField(
                code,
                label,
                type(field, nativeType),
                nativeType,
                role(nativeType, lookup),
                !SYSTEM.contains(nativeType),
                field.path("enabled").asBoolean(true),
                PersonalGuess.of(code, label, nativeType),
                lookup ? field.path("lookup").path("relatedApp").path("app").asText() : null,
                field.path("required").asBoolean());
    }

    private static FieldRole role(String nativeType, boolean lookup) {
        if (SYSTEM.contains(nativeType)) {
            return FieldRole.SYSTEM;
        }
        if (nativeType.equals("CALC")) {
            return FieldRole.FORMULA;
        }
        return lookup ? FieldRole.REFERENCE : FieldRole.DATA;
    }

    private static SourceType type(JsonNode field, String nativeType) {
        return switch (nativeType) {
            case "NUMBER" -> SourceType.NUMBER;
            case "CALC" ->
                switch (field.path("format").asText("NUMBER")) {
                    case "NUMBER", "NUMBER_DIGIT" -> SourceType.NUMBER;
                    case "DATE" -> SourceType.DAY;
                    case "DATETIME" -> SourceType.MOMENT;
                    default -> SourceType.TEXT;
                };
            case "DATE" -> SourceType.DAY;
            case "DATETIME", "CREATED_TIME", "UPDATED_TIME" -> SourceType.MOMENT;
            case "CHECK_BOX",
                    "MULTI_SELECT",
                    "USER_SELECT",
                    "ORGANIZATION_SELECT",
                    "GROUP_SELECT",
                    "STATUS_ASSIGNEE",
                    "CATEGORY" -> SourceType.TEXTS;
            case "SUBTABLE", "FILE" -> SourceType.STRUCTURE;
            default -> SourceType.TEXT;
        };
    }
}
