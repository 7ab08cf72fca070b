package dev.minori.sync.mapping.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.sync.mapping.CustomerLink;
import dev.minori.sync.mapping.FailurePolicy;
import dev.minori.sync.mapping.FieldMapping;
import dev.minori.sync.mapping.FieldSource;
import dev.minori.sync.mapping.MappingDocument;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a mapping as JSON, members in the order people read them. */
final class MappingWriter {
    private MappingWriter() {}

    static ObjectNode write(MappingDocument document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", document.name())
                .put("connection", document.connection())
                .put("object", document.object());
        putIfPresent(json, "filter", document.filter());
        json.put("dataset", document.dataset().wireName());
        putIfPresent(json, "key", document.key());
        switch (document.customerLink()) {
            case CustomerLink.Self() -> json.put("customerLink", "self");
            case CustomerLink.SourceRecord(String field, String object) ->
                json.putObject("customerLink")
                        .putObject("sourceRecord")
                        .put("field", field)
                        .put("object", object);
            case CustomerLink.CustomerCode(String field) ->
                json.putObject("customerLink").putObject("customerCode").put("field", field);
        }
        for (FieldMapping field : document.fields()) {
            ObjectNode entry = json.withArray("fields").addObject().put("target", field.target());
            write(field.from(), entry.putObject("from"));
            putIfPresent(entry, "default", field.otherwise());
            if (field.onFailure() != FailurePolicy.REJECT) {
                entry.put("onFailure", field.onFailure().wireName());
            }
        }
        if (!document.lastDayRules().isEmpty()) {
            ObjectNode rules = json.putObject("lastDayRules");
            document.lastDayRules().forEach((target, rule) -> rules.put(target, rule.wireName()));
        }
        putIfPresent(json, "effectiveDate", document.effectiveDate());
        json.put("schedule", document.schedule().toString())
                .put("deletePolicy", document.deletePolicy().wireName());
        if (!document.excludedFields().isEmpty()) {
            document.excludedFields().forEach(json.putArray("excludedFields")::add);
        }
        return json;
    }

    private static void write(FieldSource source, ObjectNode from) {
        switch (source) {
            case FieldSource.Copy(String field) -> from.put("copy", field);
            case FieldSource.Constant(String value) -> from.put("constant", value);
            case FieldSource.ValueMap map -> {
                ObjectNode json = from.putObject("valueMap").put("field", map.field());
                ObjectNode pairs = json.putObject("map");
                new TreeMap<>(map.map()).forEach(pairs::put);
                putIfPresent(json, "otherwise", map.otherwise());
            }
            case FieldSource.FirstNonEmpty(var fields) -> fields.forEach(from.putArray("firstNonEmpty")::add);
            case FieldSource.Join join -> {
                ObjectNode json = from.putObject("join");
                join.fields().forEach(json.putArray("fields")::add);
                json.put("separator", join.separator());
            }
            case FieldSource.Convert convert -> {
                ObjectNode json = from.putObject("convert")
                        .put("field", convert.field())
                        .put("as", convert.as().wireName());
                putIfPresent(json, "pattern", convert.pattern());
                putIfPresent(json, "times", convert.times());
            }
            case FieldSource.Money money -> {
                ObjectNode json = from.putObject("money").put("field", money.field());
                putIfPresent(json, "currency", money.currency());
                putIfPresent(json, "currencyField", money.currencyField());
                json.put("per", money.per().wireName());
                putIfPresent(json, "times", money.times());
            }
            case FieldSource.Cel(String expression) -> from.put("cel", expression);
        }
    }

    private static void putIfPresent(ObjectNode json, String name, @Nullable BigDecimal value) {
        if (value != null) {
            json.put(name, value.toPlainString());
        }
    }

    private static void putIfPresent(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
