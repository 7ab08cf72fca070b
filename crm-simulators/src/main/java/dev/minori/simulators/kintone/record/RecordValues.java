package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.Text;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of one record as a caller gives them. Unknown codes, calculated fields and what a lookup fills in are
 * ignored, as the service does; errors are collected by path, all of a request together.
 */
final class RecordValues {

    private final App app;
    private final String path;
    private final RecordRights rights;
    private final ValueReader reader;
    private final Map<AppField, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * @param path how errors name the record: {@code record} or {@code records[3]}
     * @param errors where they are collected
     */
    RecordValues(App app, String path, RecordRights rights, Map<String, List<Text>> errors) {
        this.app = app;
        this.path = path;
        this.rights = rights;
        this.reader = new ValueReader(app.precision(), errors);
    }

    /** Values of a new record: defaults fill what is absent, required fields must be there. */
    Map<AppField, @Nullable Object> forAdd(JsonNode record) {
        read(record);
        for (AppField field : app.fields()) {
            if (!taken(field)) {
                continue;
            }
            if (!values.containsKey(field)) {
                usual(field, path, values);
            }
            reader.require(field, values.get(field), path);
        }
        return values;
    }

    private void usual(AppField field, String where, Map<AppField, @Nullable Object> target) {
        String usual = field.defaultValue();
        if (usual != null && !usual.isEmpty() && field.type() != FieldType.SUBTABLE) {
            target.put(field, reader.read(field, TextNode.valueOf(usual), where));
        }
    }

    /**
     * Values of a change. A required field must not be emptied, and one that was empty before it became required makes
     * any change of the record fail.
     */
    Map<AppField, @Nullable Object> forUpdate(JsonNode record, Set<AppField> filledBefore) {
        read(record);
        for (AppField field : app.fields()) {
            if (!taken(field)) {
                continue;
            }
            if (values.containsKey(field)) {
                reader.require(field, values.get(field), path);
            } else if (!filledBefore.contains(field)) {
                reader.require(field, null, path);
            }
        }
        return values;
    }

    /** Whether a caller's value of a field is looked at. */
    private boolean taken(AppField field) {
        return field.given() && !app.filledByLookup(field);
    }

    private void read(JsonNode record) {
        for (Map.Entry<String, JsonNode> property : record.properties()) {
            AppField field = app.field(property.getKey()).filter(this::taken).orElse(null);
            if (field == null) {
                continue;
            }
            if (!rights.mayWrite(field)) {
                throw KintoneFault.mayNotEdit(field.label());
            }
            JsonNode given = property.getValue().path("value");
            values.put(
                    field, field.type() == FieldType.SUBTABLE ? rows(field, given) : reader.read(field, given, path));
        }
    }

    /** The rows of a table as they were given: {@code [{id, value: {code: stored form}}]}. */
    private ArrayNode rows(AppField table, JsonNode given) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : given) {
            String where = path + "." + table.code() + ".value[" + rows.size() + "].value";
            ObjectNode row = rows.addObject();
            boolean known = item.hasNonNull("id");
            if (known) {
                row.put("id", item.path("id").asText());
            }
            Map<AppField, @Nullable Object> cells = new LinkedHashMap<>();
            for (AppField column : table.columns()) {
                JsonNode cell = item.path("value").path(column.code());
                if (!column.given()) {
                    continue;
                }
                if (cell.has("value")) {
                    cells.put(column, cell(column, cell.path("value"), where));
                } else if (!known) {
                    usual(column, where, cells);
                }
                if (!known || cells.containsKey(column)) {
                    reader.require(column, cells.get(column), where);
                }
            }
            ObjectNode values = row.putObject("value");
            cells.forEach((column, value) -> values.set(column.code(), stored(value)));
        }
        return rows;
    }

    /** A bad number inside a table silently becomes empty, unlike at the top level. */
    private @Nullable Object cell(AppField column, JsonNode given, String where) {
        if (column.type() == FieldType.NUMBER) {
            try {
                new BigDecimal(given.asText().strip());
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return reader.read(column, given, where);
    }

    private static JsonNode stored(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNodeFactory.instance.nullNode();
            case JsonNode node -> node;
            case BigDecimal number -> TextNode.valueOf(RecordJson.plain(number));
            case List<?> list -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                list.forEach(one -> array.add(String.valueOf(one)));
                yield array;
            }
            default -> TextNode.valueOf(value.toString());
        };
    }
}
