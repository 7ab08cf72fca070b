package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query made into SQL pieces, from which each reader (pages, bulk files, counts) puts its own statement together.
 *
 * @param children child sub-selects
 * @param parents joined parents that the columns need, in the order of their aliases
 * @param from the table and its joins
 * @param where {@code WHERE} with its keyword, or empty
 * @param parameters values bound in {@code where} and {@code groupBy}, in order
 * @param groupBy {@code GROUP BY} and {@code HAVING} with their keywords, or empty
 * @param orderBy complete {@code ORDER BY} including the id as the last key; empty for aggregates
 */
public record Compiled(
        ObjectType object,
        List<Column> columns,
        List<Children> children,
        List<Parent> parents,
        String from,
        String where,
        List<Object> parameters,
        String groupBy,
        String orderBy,
        @Nullable Integer limit,
        @Nullable Integer offset,
        Shape shape) {

    /** What the rows are. */
    public enum Shape {
        /** Records with ids. */
        RECORDS,
        /** {@code COUNT()}: only a number. */
        COUNT,
        /** {@code AggregateResult} rows. */
        AGGREGATES
    }

    /**
     * A selected value.
     *
     * @param path canonical names from the queried object, or the one alias of an aggregate
     * @param expression SQL that gives the value
     * @param parts for a compound value its components' expressions, in {@link #ADDRESS_PARTS} order
     */
    public record Column(List<String> path, String expression, FieldKind kind, List<String> parts) {

        /** Components of an address as they appear in its JSON object. */
        public static final List<String> ADDRESS_PARTS = List.of("city", "country", "postalCode", "state", "street");

        /** The header of this column in a CSV file. */
        public String header() {
            return String.join(".", path);
        }
    }

    /**
     * A parent joined to the queried object.
     *
     * @param path relationship names that lead to it
     */
    public record Parent(List<String> path, ObjectType object, String alias) {}

    /**
     * A child sub-select.
     *
     * @param name the relationship
     * @param reference the child's column that points to the parent
     * @param soql the sub-select as a query of its own
     */
    public record Children(String name, String reference, Compiled query, String soql) {}

    /** The same query for the rows whose column has a value. */
    public Compiled restrictedTo(String column, Object value) {
        return restrictedBy(column + " = ?", value);
    }

    /** The same query for the rows whose id is not before another. */
    public Compiled from(String firstId) {
        return restrictedBy("t0.\"Id\" >= ?", firstId);
    }

    /** The same query for the rows whose id is before another. */
    public Compiled before(String endId) {
        return restrictedBy("t0.\"Id\" < ?", endId);
    }

    private Compiled restrictedBy(String condition, Object value) {
        List<Object> more = new ArrayList<>(parameters);
        more.add(value);
        return new Compiled(
                object,
                columns,
                children,
                parents,
                from,
                where + (where.isEmpty() ? " where " : " and ") + condition,
                List.copyOf(more),
                groupBy,
                orderBy,
                limit,
                offset,
                shape);
    }

    /** Whether the records come in the order of their ids, which is that of a query without an order of its own. */
    public boolean goesById() {
        return orderBy.equals(" order by t0.\"Id\"");
    }

    /** {@code LIMIT} and {@code OFFSET} as SQL. */
    public String window() {
        return limit == null ? offsetClause() : " limit " + limit + offsetClause();
    }

    /** The window, cut to at most so many rows. */
    public String windowOfAtMost(int rows) {
        return " limit " + (limit == null ? rows : Math.min(limit, rows)) + offsetClause();
    }

    private String offsetClause() {
        return offset == null ? "" : " offset " + offset;
    }

    /** The object's ids in query order, without a window. */
    public String selectIds() {
        return "select t0.\"Id\" as id from " + from + where + orderBy + window();
    }

    /** The number of rows the query finds. */
    public String selectCount() {
        return "select count(*) from (select 1 from " + from + where + window() + ") found";
    }

    /** Headers of all columns. */
    public String headers(String delimiter) {
        return columns.stream().map(column -> '"' + column.header() + '"').collect(Collectors.joining(delimiter));
    }
}
