package dev.minori.simulators.salesforce.bulk;

import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.query.Values;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.store.Literals;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** A query as a statement whose rows are lines of CSV. */
public final class CsvExport {

    private CsvExport() {}

    /** The query, unless bulk queries refuse its kind. */
    public static Compiled accepted(Compiled compiled) {
        if (compiled.shape() != Compiled.Shape.RECORDS || !compiled.children().isEmpty()) {
            throw new SalesforceFault(400, "API_ERROR", "Aggregate Relationships not supported in Bulk Query");
        }
        boolean compound = compiled.columns().stream().anyMatch(column -> column.kind() == FieldKind.ADDRESS);
        if (compound) {
            throw new SalesforceFault(400, "API_ERROR", "Selecting compound data not supported in Bulk Query");
        }
        return compiled;
    }

    /** {@code COPY … TO STDOUT}: every cell in quotes, no heading, lines end in LF. */
    public static String statement(Compiled compiled, char delimiter) throws SQLException {
        String cells = compiled.columns().stream()
                .map(column -> Values.csvExpression(column.expression(), column.kind()))
                .collect(Collectors.joining(", "));
        String select = "select " + cells + " from " + compiled.from()
                + Literals.inline(compiled.where(), compiled.parameters()) + compiled.orderBy() + compiled.window();
        return "copy (" + select + ") to stdout (format csv, force_quote *, delimiter '" + delimiter
                + "', encoding 'UTF8')";
    }
}
