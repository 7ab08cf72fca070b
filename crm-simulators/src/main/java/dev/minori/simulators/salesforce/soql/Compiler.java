package dev.minori.simulators.salesforce.soql;

import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.FieldKind;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.OrgSchema;
import dev.minori.simulators.salesforce.soql.Query.Path;
import dev.minori.simulators.salesforce.soql.Query.Selected;
import dev.minori.simulators.store.Sql;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes SQL of a parsed query. Values become bind parameters; names come from the definitions only. */
public final class Compiler {

    private static final int MAX_OFFSET = 2000;
    private static final int MAX_FIELDS_ALL = 200;

    private final OrgSchema schema;
    private final LocalDate today;
    private final ZoneId zone;
    private final boolean allRows;
    private final List<Object> parameters = new ArrayList<>();
    private int depth;

    private Compiler(OrgSchema schema, LocalDate today, ZoneId zone, boolean allRows) {
        this.schema = schema;
        this.today = today;
        this.zone = zone;
        this.allRows = allRows;
    }

    /**
     * Compiles a query.
     *
     * @param today the date in the caller's zone that date literals count from
     * @param allRows whether records in the recycle bin are found too (queryAll)
     */
    public static Compiled compile(Query query, OrgSchema schema, LocalDate today, ZoneId zone, boolean allRows) {
        return new Compiler(schema, today, zone, allRows || query.allRows()).compile(query);
    }

    private Compiled compile(Query query) {
        Scope scope = new Scope(query, schema, "t");
        checkWindow(query);
        Compiled.Shape shape = shape(query);
        List<Compiled.Column> columns =
                shape == Compiled.Shape.RECORDS ? recordColumns(query, scope) : aggregateColumns(query, scope, shape);
        String where = where(query, scope);
        String groupBy = groupBy(query, scope);
        String orderBy = shape == Compiled.Shape.COUNT ? "" : orderBy(query, scope, shape);
        return new Compiled(
                scope.object(),
                columns,
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
        if (query.select().size() == 1
                && query.select().getFirst() instanceof Selected.OfAggregate only
                && only.path() == null
                && only.function().equals("COUNT")) {
            return Compiled.Shape.COUNT;
        }
        boolean aggregates = query.select().stream().anyMatch(Selected.OfAggregate.class::isInstance);
        return aggregates || !query.groupBy().isEmpty() ? Compiled.Shape.AGGREGATES : Compiled.Shape.RECORDS;
    }

    private List<Compiled.Column> recordColumns(Query query, Scope scope) {
        List<Compiled.Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Selected selected : query.select()) {
            switch (selected) {
                case Selected.OfField selectedField -> {
                    Scope.Found found = scope.resolve(selectedField.path());
                    addOnce(columns, seen, column(found, carrier(scope, found)));
                }
                case Selected.OfGroup group -> {
                    for (Field field : group(query, group, scope.object())) {
                        Scope.Found found = scope.resolve(new Path(List.of(field.name()), group.position()));
                        addOnce(columns, seen, column(found, scope.object()));
                    }
                }
                case Selected.OfChildren _ ->
                    throw SoqlException.plain(
                            "FUNCTIONALITY_NOT_ENABLED",
                            "SOQL child sub-selects are not offered by this Salesforce simulator");
                case Selected.OfAggregate _ -> throw new IllegalStateException("aggregates have their own columns");
            }
        }
        return List.copyOf(columns);
    }

    private static void addOnce(List<Compiled.Column> columns, Set<String> seen, Compiled.Column column) {
        if (!seen.add(column.header().toLowerCase(Locale.ROOT))) {
            throw SoqlException.plain("INVALID_FIELD", "duplicate field selected: " + column.header());
        }
        columns.add(column);
    }

    private static ObjectType carrier(Scope scope, Scope.Found found) {
        return scope.parents().stream()
                .filter(parent -> parent.alias().equals(found.alias()))
                .findFirst()
                .map(Compiled.Parent::object)
                .orElse(scope.object());
    }

    private static List<Field> group(Query query, Selected.OfGroup group, ObjectType object) {
        Integer limit = query.limit();
        if (!group.group().equals("STANDARD") && (limit == null || limit > MAX_FIELDS_ALL)) {
            throw SoqlException.plain(
                    "MALFORMED_QUERY", "The SOQL FIELDS function must have a LIMIT of at most " + MAX_FIELDS_ALL);
        }
        return object.fields().stream()
                .filter(field -> group.group().equals("ALL")
                        || field.custom() == group.group().equals("CUSTOM"))
                .toList();
    }

    private static Compiled.Column column(Scope.Found found, ObjectType carrier) {
        List<String> parts = new ArrayList<>();
        if (found.field().type() == FieldKind.ADDRESS) {
            String stem = found.field().name().substring(0, found.field().name().length() - "Address".length());
            for (String part : Compiled.Column.ADDRESS_PARTS) {
                String name = stem + Character.toUpperCase(part.charAt(0)) + part.substring(1);
                parts.add(carrier.field(name).isPresent() ? found.alias() + "." + Sql.quoted(name) : "null::text");
            }
        }
        return new Compiled.Column(
                found.path(),
                parts.isEmpty() ? found.reference() : "null::text",
                found.field().type(),
                parts);
    }

    private List<Compiled.Column> aggregateColumns(Query query, Scope scope, Compiled.Shape shape) {
        if (shape == Compiled.Shape.COUNT) {
            return List.of();
        }
        Set<String> grouped = query.groupBy().stream()
                .map(path -> scope.resolve(path).reference())
                .collect(Collectors.toSet());
        List<Compiled.Column> columns = new ArrayList<>();
        int unnamed = 0;
        for (Selected selected : query.select()) {
            switch (selected) {
                case Selected.OfField(Path path, String alias) -> {
                    Scope.Found found = scope.resolve(path);
                    if (!grouped.contains(found.reference())) {
                        throw SoqlException.at(
                                "MALFORMED_QUERY",
                                query.text(),
                                path.position(),
                                "Field must be grouped or aggregated: " + path.dotted());
                    }
                    String name = alias == null ? found.field().name() : alias;
                    columns.add(new Compiled.Column(
                            List.of(name), found.reference(), found.field().type(), List.of()));
                }
                case Selected.OfAggregate aggregate -> {
                    String alias = aggregate.alias();
                    String name = alias == null ? "expr" + unnamed++ : alias;
                    columns.add(aggregate(scope, aggregate, name));
                }
                case Selected.OfGroup _, Selected.OfChildren _ ->
                    throw SoqlException.plain("MALFORMED_QUERY", "only fields and aggregates may be grouped");
            }
        }
        return List.copyOf(columns);
    }

    private static Compiled.Column aggregate(Scope scope, Selected.OfAggregate aggregate, String name) {
        Path path = aggregate.path();
        if (path == null) {
            throw SoqlException.at(
                    "MALFORMED_QUERY", scope.query().text(), aggregate.position(), "Grouped query cannot use COUNT()");
        }
        Scope.Found found = scope.resolve(path);
        FieldKind kind = found.field().type();
        String ref = found.reference();
        boolean number = kind.family() == FieldKind.Family.NUMBER;
        if ((aggregate.function().equals("SUM") || aggregate.function().equals("AVG")) && !number) {
            throw scope.error(
                    path, "field " + path.dotted() + " does not support aggregate operator " + aggregate.function());
        }
        return switch (aggregate.function()) {
            case "COUNT" -> new Compiled.Column(List.of(name), "count(" + ref + ")", FieldKind.INT, List.of());
            case "COUNT_DISTINCT" ->
                new Compiled.Column(List.of(name), "count(distinct " + ref + ")", FieldKind.INT, List.of());
            case "AVG" -> new Compiled.Column(List.of(name), "avg(" + ref + ")", FieldKind.DOUBLE, List.of());
            case "SUM" -> new Compiled.Column(List.of(name), "sum(" + ref + ")", FieldKind.DOUBLE, List.of());
            default ->
                new Compiled.Column(
                        List.of(name),
                        aggregate.function().toLowerCase(Locale.ROOT) + "(" + ref + ")",
                        kind,
                        List.of());
        };
    }

    private String where(Query query, Scope scope) {
        List<String> conditions = new ArrayList<>();
        if (!allRows) {
            conditions.add("not " + scope.rootAlias() + ".\"IsDeleted\"");
        }
        if (query.where() != null) {
            conditions.add(new WhereWriter(scope, today, zone, parameters, this::subQuery).write(query.where()));
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private String subQuery(Query query) {
        depth++;
        Scope scope = new Scope(query, schema, "s" + depth + "_");
        if (query.select().size() != 1 || !(query.select().getFirst() instanceof Selected.OfField only)) {
            throw SoqlException.plain("MALFORMED_QUERY", "a semi-join sub-select selects exactly one field");
        }
        Path path = only.path();
        Scope.Found found = scope.resolve(path);
        if (found.field().type() != FieldKind.ID && found.field().type() != FieldKind.REFERENCE) {
            throw scope.error(path, "The inner and outer selects of a semi-join must be id or reference fields");
        }
        String where = where(query, scope);
        return "select " + found.reference() + " from " + scope.from() + where;
    }

    private static String groupBy(Query query, Scope scope) {
        if (query.groupBy().isEmpty()) {
            return "";
        }
        return query.groupBy().stream()
                .map(path -> scope.resolve(path).reference())
                .collect(Collectors.joining(", ", " group by ", ""));
    }

    private static String orderBy(Query query, Scope scope, Compiled.Shape shape) {
        List<String> keys = new ArrayList<>();
        boolean endsInId = false;
        for (Query.Order order : query.orderBy()) {
            Scope.Found found = scope.resolve(order.path());
            if (!found.field().filterable()) {
                throw scope.error(
                        order.path(), "field '" + order.path().dotted() + "' can not be sorted in a query call");
            }
            String ref = found.field().foldsCase() ? "lower(" + found.reference() + ")" : found.reference();
            keys.add(ref + (order.descending() ? " desc" : "") + nulls(found.field(), order));
            endsInId |= found.reference().equals(scope.rootAlias() + ".\"Id\"");
        }
        if (shape == Compiled.Shape.RECORDS && !endsInId) {
            keys.add(scope.rootAlias() + ".\"Id\"");
        }
        return keys.isEmpty() ? "" : " order by " + String.join(", ", keys);
    }

    private static String nulls(Field field, Query.Order order) {
        boolean neverNull = field.name().equals("Id") || field.name().equals("SystemModstamp");
        if (neverNull) {
            // Without a NULLS clause the index on (SystemModstamp, Id) serves the order.
            return "";
        }
        return order.nullsLast() ? " nulls last" : " nulls first";
    }
}
