package dev.minori.simulators.kintone.query;

import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.query.KintoneQuery.Condition;
import dev.minori.simulators.kintone.query.KintoneQuery.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes SQL of a parsed query. Values become bind parameters; names come from the app's definition only. */
public final class QueryCompiler {

    private final App app;
    private final ComparisonWriter comparisons;
    private final List<Object> parameters = new ArrayList<>();

    private QueryCompiler(App app, Asker asker) {
        this.app = app;
        this.comparisons = new ComparisonWriter(app, asker, parameters);
    }

    /** Makes SQL of a query on an app. */
    public static Compiled compile(KintoneQuery query, App app, Asker asker) {
        QueryCompiler compiler = new QueryCompiler(app, asker);
        Condition condition = query.condition();
        String where = condition == null ? "" : " where " + compiler.write(condition);
        return new Compiled(
                where,
                List.copyOf(compiler.parameters),
                compiler.orderBy(query.orderBy()),
                " limit " + query.limit() + " offset " + query.offset());
    }

    /**
     * SQL pieces of a query.
     *
     * @param where with its keyword, or empty
     * @param order complete {@code ORDER BY}
     * @param window limit and offset
     */
    public record Compiled(String where, List<Object> parameters, String order, String window) {
        /** The bare condition. */
        public String condition() {
            return where.isEmpty() ? "true" : where.substring(" where ".length());
        }

        /** The same query on records that meet one more condition. */
        public Compiled limitedTo(String sql, List<Object> more) {
            List<Object> all = new ArrayList<>(parameters);
            all.addAll(more);
            return new Compiled(" where " + condition() + " and " + sql, List.copyOf(all), order, window);
        }

        /** What follows the conditions. */
        public String tail() {
            return order + window;
        }
    }

    private String write(Condition condition) {
        return switch (condition) {
            case Condition.Or(List<Condition> parts) ->
                parts.stream().map(this::write).collect(Collectors.joining(" or ", "(", ")"));
            case Condition.And(List<Condition> parts) -> and(parts);
            case Condition.Comparison comparison -> and(List.of(comparison));
        };
    }

    /** Conditions on fields of one table are gathered: the same row must meet them all. */
    private String and(List<Condition> parts) {
        List<String> written = new ArrayList<>();
        Map<String, List<Condition.Comparison>> byTable = new LinkedHashMap<>();
        for (Condition part : parts) {
            if (part instanceof Condition.Comparison comparison) {
                Optional<AppField> table = app.tableOf(comparison.field());
                if (table.isPresent()) {
                    byTable.computeIfAbsent(app.column(table.get()), column -> new ArrayList<>())
                            .add(comparison);
                } else {
                    written.add(comparisons.onRecord(comparison));
                }
            } else {
                written.add(write(part));
            }
        }
        byTable.forEach((column, conditions) -> written.add(onTable(column, conditions)));
        return written.stream().collect(Collectors.joining(" and ", "(", ")"));
    }

    private String onTable(String column, List<Condition.Comparison> conditions) {
        List<String> parts = new ArrayList<>();
        List<Condition.Comparison> sameRow = conditions.stream()
                .filter(comparison -> !comparison.operator().startsWith("not "))
                .toList();
        String rows = "select 1 from jsonb_array_elements(coalesce(" + column + ", '[]')) as item(body) where ";
        if (!sameRow.isEmpty()) {
            parts.add("exists (" + rows
                    + sameRow.stream().map(comparisons::onRow).collect(Collectors.joining(" and ")) + ")");
        }
        for (Condition.Comparison comparison : conditions) {
            if (comparison.operator().startsWith("not ")) {
                // "not in" holds when it holds for every row, and there is at least one.
                Condition.Comparison positive = new Condition.Comparison(
                        comparison.field(), comparison.operator().substring("not ".length()), comparison.values());
                parts.add("(" + column + " is not null and " + column + " <> '[]' and not exists (" + rows
                        + comparisons.onRow(positive) + "))");
            }
        }
        return String.join(" and ", parts);
    }

    private String orderBy(List<Order> orders) {
        List<String> keys = new ArrayList<>();
        boolean endsInId = false;
        for (Order order : orders) {
            String column = sortable(order.field());
            keys.add(column + (order.descending() ? " desc nulls last" : " nulls first"));
            endsInId |= column.equals("id");
        }
        if (!endsInId) {
            keys.add("id desc");
        }
        return keys.stream()
                .map(key ->
                        key.startsWith("id ") ? key.replace(" nulls last", "").replace(" nulls first", "") : key)
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    private String sortable(String code) {
        if (code.equals("$id")) {
            return "id";
        }
        AppField field = app.field(code).orElseThrow(() -> ComparisonWriter.unknown(code));
        return switch (field.type()) {
            case RECORD_NUMBER -> "id";
            case CREATED_TIME -> "created_at";
            case UPDATED_TIME -> "updated_at";
            case CREATOR -> "created_by->>'code'";
            case MODIFIER -> "updated_by->>'code'";
            case SINGLE_LINE_TEXT, LINK, RADIO_BUTTON, DROP_DOWN, NUMBER, DATE, DATETIME, TIME, STATUS ->
                app.column(field);
            case CALC -> CalculatedColumn.sql(app.column(field), field);
            case MULTI_LINE_TEXT,
                    RICH_TEXT,
                    CHECK_BOX,
                    MULTI_SELECT,
                    USER_SELECT,
                    ORGANIZATION_SELECT,
                    GROUP_SELECT,
                    FILE,
                    STATUS_ASSIGNEE,
                    SUBTABLE -> throw notSortable(field);
        };
    }

    private static KintoneFault notSortable(AppField field) {
        return KintoneFault.of(
                400,
                "GAIA_IQ04",
                field.label() + "フィールドは、ソート条件に使用できません。",
                "The field " + field.label() + " cannot be used to sort. Its type is " + field.type() + ".");
    }
}
