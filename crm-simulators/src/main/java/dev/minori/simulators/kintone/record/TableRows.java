package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows of a table inside a record. */
final class TableRows {

    private TableRows() {}

    /** Gives out ids of new rows. */
    @FunctionalInterface
    interface RowIds {
        String next() throws SQLException;
    }

    /** The rows as they are stored: known ids keep what is not given, unknown ids become new rows. */
    static ArrayNode merged(AppField table, JsonNode given, JsonNode before, RowIds ids, Attachments attachments)
            throws SQLException {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : given) {
            String id = item.path("id").asText("");
            JsonNode known = known(before, id);
            ObjectNode row = rows.addObject();
            row.put("id", known == null ? ids.next() : id);
            ObjectNode cells = row.putObject("value");
            for (AppField column : table.columns()) {
                JsonNode old = known == null
                        ? JsonNodeFactory.instance.nullNode()
                        : known.path("value").path(column.code());
                JsonNode cell = item.path("value").path(column.code());
                if (cell.isMissingNode()) {
                    cells.set(column.code(), old.isMissingNode() ? JsonNodeFactory.instance.nullNode() : old);
                } else if (column.type() == FieldType.FILE) {
                    cells.set(column.code(), attachments.attached(cell, old));
                } else {
                    cells.set(column.code(), cell);
                }
            }
        }
        return rows;
    }

    private static @Nullable JsonNode known(JsonNode before, String id) {
        for (JsonNode old : before) {
            if (!id.isEmpty() && old.path("id").asText().equals(id)) {
                return old;
            }
        }
        return null;
    }
}
