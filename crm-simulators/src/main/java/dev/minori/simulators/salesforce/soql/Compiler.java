package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import dev.minori.simulators.salesforce.soql.Query.Call;
import dev.minori.simulators.salesforce.soql.Query.Condition;
import dev.minori.simulators.salesforce.soql.Query.Selected;
import dev.minori.simulators.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes SQL of a parsed query. Values become bind parameters; names come from the definitions only. */
public final class Compiler {

    private static final int MAX_OFFSET = 2000;

    private final Reading reading;
    private final OrgSchema schema;
    private final LocalDate today;
    private final ZoneId zone;
    private final boolean allRows;
    private final List<Object> parameters = new ArrayList<>();
    private int depth;

    private Compiler(Reading reading, boolean allRows) {
        this.reading = reading;
        this.schema = reading.schema();
        this.today = reading.today();
        this.zone = reading.zone();
        this.allRows = allRows;
    }

    /**
     * Compiles a query.
     *
     * @param allRows whether records in the recycle bin are found too (queryAll)
     */
    public static Compiled compile(Query query, Reading reading, boolean allRows) {
        Compiler compiler = new Compiler(reading, allRows || query.allRows());
        return compiler.compile(query, Scope.ofObject(query, reading.schema(), "t"));
    }

    private Compiled compile(Query query, Scope scope) {
        checkWindow(query);
        Compiled.Shape shape = shape(query);
        Operands operands = new Operands(scope, zone);
        List<Operand> keys =
                query.groupBy().keys().stream().map(operands::grouped).toList();
        Columns select = new Columns(query, scope, operands);
        List<Compiled.Column> columns = switch (shape) {
            case RECORDS -> select.ofRecords();
            case COUNT -> List.of();
            case AGGREGATES -> select.ofGroups(keys);
        };
        List<Compiled.Children> children = children(query, scope.object());
        String where = where(query, scope, operands);
        String groupBy = groupBy(query.groupBy().kind(), keys) + having(query, scope, operands, keys);
        String orderBy = switch (shape) {
            case RECORDS -> orderBy(query, operands::sorted, scope.rootAlias() + ".\"Id\"");
            case COUNT -> "";
            case AGGREGATES -> orderBy(query, subject -> operands.ofGroup(subject, keys), "");
        };
        return new Compiled(
                scope.object(),
                columns,
                children,
                scope.parents(),
                scope.from(),
                where,
                List.copyOf(parameters),
                groupBy,
                orderBy,
                query.limit(),
                query.offset(),
                shape);
    }

    private static void checkWindow(Query query) {
        Integer offset = query.offset();
        if (offset != null && offset > MAX_OFFSET) {
            throw SoqlException.plain("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + MAX_OFFSET);
        }
    }

    private static Compiled.Shape shape(Query query) {
        boolean grouped = !query.groupBy().keys().isEmpty();
        if (!grouped
                && query.select().size() == 1
                && query.select().getFirst() instanceof Selected.OfCall(Call only, String _)
                && only.argument() == null) {
            return Compiled.Shape.COUNT;
        }
        boolean aggregates = query.select().stream()
                .anyMatch(selected -> selected instanceof Selected.OfCall(Call call, String _)
                        && call.function() != Function.TOLABEL);
        if (aggregates && !grouped && query.limit() != null) {
            throw SoqlException.plain(
                    "MALFORMED_QUERY", "Non-grouped query that uses overall aggregate functions cannot also use LIMIT");
        }
        return aggregates || grouped ? Compiled.Shape.AGGREGATES : Compiled.Shape.RECORDS;
    }

    private List<Compiled.Children> children(Query query, ObjectType parent) {
        List<Compiled.Children> children = new ArrayList<>();
        for (Selected selected : query.select()) {
            if (selected instanceof Selected.OfChildren(Query inner)) {
                children.add(subSelect(inner, parent));
            }
        }
        return List.copyOf(children);
    }

    private Compiled.Children subSelect(Query inner, ObjectType parent) {
        OrgSchema.ChildRelationship found = schema.children(parent, inner.from())
                .orElseThrow(() -> SoqlException.at(
                        "INVALID_TYPE",
                        inner.text(),
                        inner.source().from(),
                        "Didn't understand relationship '" + inner.from() + "' in FROM part of query call. If you are"
                                + " attempting to use a custom relationship, be sure to append the '__r' after the"
                                + " custom relationship name. Please reference your WSDL or the describe call for the"
                                + " appropriate names."));
        if (shape(inner) != Compiled.Shape.RECORDS) {
            throw SoqlException.plain("MALFORMED_QUERY", "Only root queries support aggregate expressions");
        }
        if (inner.offset() != null || inner.select().stream().anyMatch(Selected.OfChildren.class::isInstance)) {
            throw SoqlException.plain(
                    "FUNCTIONALITY_NOT_ENABLED",
                    "SOQL OFFSET and further sub-selects inside a child sub-select are not offered by this Salesforce"
                            + " simulator");
        }
        Scope scope = new Scope(inner, schema, found.object(), "t");
        Compiled compiled = new Compiler(reading, allRows).compile(inner, scope);
        String reference = scope.rootAlias() + "." + Sql.quoted(found.field().name());
        return new Compiled.Children(found.name(), reference, compiled, standalone(inner, found.object()));
    }

    /** The sub-select as a query of its own, which its later pages are read by. */
    private static String standalone(Query inner, ObjectType object) {
        Query.Source source = inner.source();
        return source.text().substring(source.start(), source.from())
                + object.name()
                + source.text().substring(source.from() + inner.from().length(), source.end());
    }

    private String where(Query query, Scope scope, Operands operands) {
        List<String> conditions = new ArrayList<>();
        if (!allRows) {
            conditions.add("not " + scope.rootAlias() + ".\"IsDeleted\"");
        }
        Instant asOf = reading.hiddenAsOf();
        if (asOf != null) {
            conditions.add("not exists (select 1 from sf_hidden where sf_hidden.org = ? and sf_hidden.id = "
                    + scope.rootAlias() + ".\"Id\" and sf_hidden.visible_at > ?)");
            parameters.add(reading.org());
            parameters.add(asOf);
        }
        Condition where = query.where();
        if (where != null) {
            SemiJoins.check(where);
            conditions.add(new WhereWriter(
                            scope,
                            today,
                            zone,
                            parameters,
                            operands::filtered,
                            inner -> subQuery(inner, scope.object()))
                    .write(where));
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private String subQuery(Query query, ObjectType outer) {
        depth++;
        Scope scope = Scope.ofObject(query, schema, "s" + depth + "_");
        if (query.select().size() != 1 || !(query.select().getFirst() instanceof Selected.OfField only)) {
            throw SoqlException.plain("MALFORMED_QUERY", "a semi-join sub-select selects exactly one field");
        }
        if (!query.orderBy().isEmpty()
                || query.limit() != null
                || query.offset() != null
                || !query.groupBy().keys().isEmpty()) {
            throw SoqlException.plain(
                    "MALFORMED_QUERY",
                    "ORDER BY, LIMIT, OFFSET and GROUP BY are not allowed in a semi-join sub-select");
        }
        if (query.where() != null && SemiJoins.holds(query.where())) {
            throw SoqlException.plain("MALFORMED_QUERY", "Nesting of semi join sub-selects is not supported");
        }
        Scope.Found found = scope.resolve(only.path());
        if (found.field().type() != FieldKind.ID && found.field().type() != FieldKind.REFERENCE) {
            throw scope.error(only.path(), "The inner and outer selects of a semi-join must be id or reference fields");
        }
        if (scope.object().name().equals(outer.name()) && found.field().type() == FieldKind.ID) {
            throw scope.error(only.path(), "The inner and outer selects should not be on the same object type");
        }
        String where = where(query, scope, new Operands(scope, zone));
        return "select " + found.reference() + " from " + scope.from() + where;
    }

    private static String groupBy(Query.Grouping.Kind kind, List<Operand> keys) {
        if (keys.isEmpty()) {
            return "";
        }
        String list = keys.stream().map(Operand::sql).collect(Collectors.joining(", "));
        return switch (kind) {
            case PLAIN -> " group by " + list;
            case ROLLUP -> " group by rollup (" + list + ")";
            case CUBE -> " group by cube (" + list + ")";
        };
    }

    private String having(Query query, Scope scope, Operands operands, List<Operand> keys) {
        Condition having = query.having();
        if (having == null) {
            return "";
        }
        return " having "
                + new WhereWriter(scope, today, zone, parameters, subject -> operands.ofGroup(subject, keys), inner -> {
                            throw SoqlException.plain(
                                    "MALFORMED_QUERY", "Semi-joins are only supported in WHERE clauses");
                        })
                        .write(having);
    }

    /** @param id the id as the last key, so that every order is total; empty for groups */
    private static String orderBy(
            Query query, java.util.function.Function<Query.Expression, Operand> operands, String id) {
        List<String> keys = new ArrayList<>();
        boolean endsInId = id.isEmpty();
        for (Query.Order order : query.orderBy()) {
            Operand operand = operands.apply(order.subject());
            keys.add(operand.sortable() + (order.descending() ? " desc" : "") + nulls(operand, order));
            endsInId |= operand.sql().equals(id);
        }
        if (!endsInId) {
            keys.add(id);
        }
        return keys.isEmpty() ? "" : " order by " + String.join(", ", keys);
    }

    private static String nulls(Operand operand, Query.Order order) {
        boolean neverNull = operand.name().equals("Id") || operand.name().equals("SystemModstamp");
        if (neverNull) {
            // Without a NULLS clause the index on (SystemModstamp, Id) serves the order.
            return "";
        }
        return order.nullsLast() ? " nulls last" : " nulls first";
    }
}
