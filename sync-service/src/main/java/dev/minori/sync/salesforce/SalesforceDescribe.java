package dev.minori.sync.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.sync.source.FieldRole;
import dev.minori.sync.source.PersonalGuess;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns an sObject describe into our schema. */
final class SalesforceDescribe {
    private static final Set<String> SYSTEM_FIELDS = Set.of(
            "CreatedDate",
            "CreatedById",
            "LastModifiedDate",
            "LastModifiedById",
            "SystemModstamp",
            "IsDeleted",
            "LastViewedDate",
            "LastReferencedDate");

    private SalesforceDescribe() {}

    static SourceSchema schema(JsonNode describe) {
        List<SourceField> fields = new ArrayList<>();
        describe.path("fields").forEach(field -> fields.add(field(field)));
        return new SourceSchema(
                describe.path("name").asText(), describe.path("label").asText(), "Id", changeField(fields), fields);
    }

    private static SourceField field(JsonNode field) {
        String code = field.path("name").asText();
        String label = field.path("label").asText(code);
        String nativeType = field.path("type").asText();
        SourceType type = type(nativeType);
        return new SourceField(
                code,
                label,
                type,
                nativeType,
                role(code, nativeType, field),
                field.path("custom").asBoolean(),
                // Compound fields cannot be selected in Bulk; their components are fields of their own.
                type != SourceType.STRUCTURE,
                PersonalGuess.of(code, label, nativeType),
                referenceTo(field),
                isRequired(field));
    }

    private static SourceType type(String nativeType) {
        return switch (nativeType) {
            case "int", "long", "double", "currency", "percent" -> SourceType.NUMBER;
            case "boolean" -> SourceType.FLAG;
            case "date" -> SourceType.DAY;
            case "datetime" -> SourceType.MOMENT;
            case "multipicklist" -> SourceType.TEXTS;
            case "address", "location", "base64", "complexvalue", "json" -> SourceType.STRUCTURE;
            default -> SourceType.TEXT;
        };
    }

    private static FieldRole role(String code, String nativeType, JsonNode field) {
        if (nativeType.equals("id")) {
            return FieldRole.KEY;
        }
        if (field.path("calculated").asBoolean()) {
            return FieldRole.FORMULA;
        }
        if (SYSTEM_FIELDS.contains(code)) {
            return FieldRole.SYSTEM;
        }
        return nativeType.equals("reference") ? FieldRole.REFERENCE : FieldRole.DATA;
    }

    private static boolean isRequired(JsonNode field) {
        return field.path("createable").asBoolean()
                && !field.path("nillable").asBoolean(true)
                && !field.path("defaultedOnCreate").asBoolean();
    }

    private static @Nullable String referenceTo(JsonNode field) {
        JsonNode first = field.path("referenceTo").path(0);
        return first.isTextual() ? first.asText() : null;
    }

    private static @Nullable String changeField(List<SourceField> fields) {
        for (String candidate : List.of("SystemModstamp", "LastModifiedDate", "CreatedDate")) {
            if (fields.stream().anyMatch(field -> field.code().equals(candidate))) {
                return candidate;
            }
        }
        return null;
    }
}
