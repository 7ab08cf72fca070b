package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import dev.minori.simulators.kintone.formula.Formula;
import dev.minori.simulators.kintone.formula.Value;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out the calculated fields of one record, those in tables too. They are stored: reading never calculates. */
final class Calculator {

    private final App app;
    private final Formula.Rounding rounding;
    private final Map<String, Value> known = new LinkedHashMap<>();
    private final Map<AppField, ArrayNode> tables = new LinkedHashMap<>();

    private Calculator(App app, ResultSet row) throws SQLException {
        this.app = app;
        this.rounding = (dividend, divisor) -> dividend.divide(
                divisor, app.precision().decimalPlaces(), app.precision().roundingMode());
        for (AppField field : app.fields()) {
            if (field.type() == FieldType.SUBTABLE) {
                String rows = row.getString(app.column(field));
                tables.put(
                        field,
                        rows == null ? JsonNodeFactory.instance.arrayNode() : (ArrayNode) RecordTable.parsed(rows));
            } else if (app.formulas().of(field).isEmpty()) {
                known.put(field.code(), FormulaValues.ofColumn(app, field, row));
            }
        }
    }

    /** Brings the calculated fields of a record up to date. */
    static void run(Connection connection, App app, long id) throws SQLException {
        if (app.formulas().none()) {
            return;
        }
        Optional<Map<String, @Nullable Object>> results = Sql.first(
                connection,
                row -> new Calculator(app, row).results(),
                "select * from " + app.table() + " where id = ?",
                id);
        if (results.isEmpty() || results.get().isEmpty()) {
            return;
        }
        List<String> settings = new ArrayList<>();
        List<@Nullable Object> parameters = new ArrayList<>();
        results.get().forEach((column, value) -> {
            settings.add(column + (value instanceof JsonNode ? " = ?::jsonb" : " = ?"));
            parameters.add(value instanceof JsonNode node ? node.toString() : value);
        });
        parameters.add(id);
        Sql.update(
                connection,
                "update " + app.table() + " set " + String.join(", ", settings) + " where id = ?",
                parameters.toArray());
    }

    private Map<String, @Nullable Object> results() {
        Map<String, @Nullable Object> results = new LinkedHashMap<>();
        tables.forEach((table, rows) -> {
            boolean changed = false;
            for (AppField column : table.columns()) {
                if (app.formulas().of(column).isPresent()) {
                    for (JsonNode row : rows) {
                        ObjectNode cells = (ObjectNode) row.path("value");
                        cells.put(column.code(), FormulaValues.shown(app, column, () -> cell(table, column, cells)));
                    }
                    changed = true;
                }
            }
            if (changed) {
                results.put(app.column(table), rows);
            }
        });
        for (AppField field : app.fields()) {
            if (app.formulas().of(field).isPresent()) {
                results.put(app.column(field), FormulaValues.shown(app, field, () -> value(field.code())));
            }
        }
        return results;
    }

    /** The value of a field of the record, or of a column in all rows. */
    private Value value(String code) {
        Optional<AppField> field = app.field(code);
        if (field.isEmpty()) {
            return column(code);
        }
        Optional<Formula> formula = app.formulas().of(field.get());
        return formula.isPresent()
                ? formula.get().evaluate(this::value, rounding)
                : known.getOrDefault(code, new Value.Nothing());
    }

    private Value column(String code) {
        AppField table = app.tableOf(code).orElseThrow(() -> new IllegalStateException("no field " + code));
        AppField column = app.rowField(code).orElseThrow(() -> new IllegalStateException("no field " + code));
        List<Value> values = new ArrayList<>();
        for (JsonNode row : tables.getOrDefault(table, JsonNodeFactory.instance.arrayNode())) {
            values.add(cell(table, column, row.path("value")));
        }
        return new Value.Many(values);
    }

    /** A cell; its formula sees the other cells of its row, and the fields of the record. */
    private Value cell(AppField table, AppField column, JsonNode cells) {
        Optional<Formula> formula = app.formulas().of(column);
        if (formula.isEmpty()) {
            return FormulaValues.ofCell(column, cells.path(column.code()));
        }
        return formula.get()
                .evaluate(
                        code -> table.columns().stream()
                                .filter(other -> other.code().equals(code))
                                .findFirst()
                                .map(other -> cell(table, other, cells))
                                .orElseGet(() -> value(code)),
                        rounding);
    }
}
