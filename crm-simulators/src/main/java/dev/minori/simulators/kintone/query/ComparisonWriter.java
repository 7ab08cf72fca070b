package dev.minori.simulators.kintone.query;

import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.FieldType;
import dev.minori.simulators.kintone.query.KintoneQuery.Condition;
import dev.minori.simulators.kintone.query.KintoneQuery.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes single comparisons as SQL, refusing operators and values that do not fit the field's type. */
final class ComparisonWriter {

    private static final Set<String> NOT_IN_TABLES = Set.of("=", "!=");
    private static final FieldType ID_TYPE = FieldType.RECORD_NUMBER;

    private final App app;
    private final Asker asker;
    private final List<Object> parameters;
    private final TimeComparisons times;

    ComparisonWriter(App app, Asker asker, List<Object> parameters) {
        this.app = app;
        this.asker = asker;
        this.parameters = parameters;
        this.times = new TimeComparisons(asker, parameters);
    }

    static KintoneFault unknown(String code) {
        return KintoneFault.of(
                400, "GAIA_IQ11", "指定されたフィールド（" + code + "）が見つかりません。", "Specified field (" + code + ") not found.");
    }

    String onRecord(Condition.Comparison comparison) {
        String code = comparison.field();
        if (code.equals("$id")) {
            return write(ID_TYPE, "$id", List.of(), "id", comparison);
        }
        AppField field = app.field(code).orElseThrow(() -> unknown(code));
        String column = switch (field.type()) {
            case RECORD_NUMBER -> "id";
            case CREATED_TIME -> "created_at";
            case UPDATED_TIME -> "updated_at";
            case CREATOR -> "created_by";
            case MODIFIER -> "updated_by";
            case SINGLE_LINE_TEXT,
                    LINK,
                    MULTI_LINE_TEXT,
                    RICH_TEXT,
                    RADIO_BUTTON,
                    DROP_DOWN,
                    CHECK_BOX,
                    MULTI_SELECT,
                    NUMBER,
                    DATE,
                    DATETIME,
                    TIME,
                    USER_SELECT,
                    ORGANIZATION_SELECT,
                    GROUP_SELECT,
                    FILE,
                    STATUS,
                    STATUS_ASSIGNEE,
                    SUBTABLE -> app.column(field);
            case CALC -> CalculatedColumn.sql(app.column(field), field);
        };
        if (field.type() == FieldType.CALC) {
            return write(CalculatedColumn.shown(field), field.label(), List.of(), column, comparison);
        }
        return write(field.type(), field.label(), field.choices(), column, comparison);
    }

    /** A comparison inside a table's row, which is there as {@code item.body}. */
    String onRow(Condition.Comparison comparison) {
        AppField field = app.rowField(comparison.field()).orElseThrow(() -> unknown(comparison.field()));
        if (NOT_IN_TABLES.contains(comparison.operator())) {
            throw KintoneFault.of(
                    400,
                    "GAIA_IQ07",
                    "レコードを読み込めません。テーブルに設定している場合、" + field.label() + "フィールドのフィールドタイプには、演算子" + comparison.operator()
                            + "を使用できません。",
                    "Cannot load records. The operator " + comparison.operator() + " cannot be used with the field "
                            + field.label() + " in a table.");
        }
        String text = "(item.body->'value'->>'" + field.code().replace("'", "''") + "')";
        String cast = switch (field.type()) {
            case NUMBER -> "nullif(" + text + ", '')::numeric";
            case DATE -> text + "::date";
            case DATETIME -> text + "::timestamptz";
            case TIME -> text + "::time";
            case SINGLE_LINE_TEXT, LINK, MULTI_LINE_TEXT, RICH_TEXT, RADIO_BUTTON, DROP_DOWN -> text;
            case CALC -> CalculatedColumn.sql(text, field);
            case FILE,
                    STATUS,
                    STATUS_ASSIGNEE,
                    CHECK_BOX,
                    MULTI_SELECT,
                    USER_SELECT,
                    ORGANIZATION_SELECT,
                    GROUP_SELECT,
                    SUBTABLE,
                    RECORD_NUMBER,
                    CREATOR,
                    MODIFIER,
                    CREATED_TIME,
                    UPDATED_TIME -> throw KintoneFault.notOffered(field.type() + " in tables in queries");
        };
        FieldType type = field.type() == FieldType.CALC ? CalculatedColumn.shown(field) : field.type();
        return write(type, field.label(), field.choices(), cast, comparison);
    }

    private String write(
            FieldType type, String label, List<String> choices, String column, Condition.Comparison comparison) {
        String operator = comparison.operator();
        if (!type.operators().contains(operator)) {
            throw KintoneFault.of(
                    400,
                    "GAIA_IQ03",
                    label + "フィールドのフィールドタイプには演算子" + operator + "を使用できません。",
                    "The operator " + operator + " cannot be used with the type of the field " + label + ".");
        }
        return switch (type) {
            case SINGLE_LINE_TEXT, LINK -> text(column, operator, comparison.values());
            case STATUS -> text(column, operator, comparison.values());
            case FILE -> longText(fileNames(column), operator, comparison.values());
            case MULTI_LINE_TEXT, RICH_TEXT -> longText(column, operator, comparison.values());
            case RADIO_BUTTON, DROP_DOWN -> {
                checkChoices(label, choices, comparison.values());
                yield in("coalesce(" + column + ", '')", operator, literals(comparison.values()));
            }
            case CHECK_BOX, MULTI_SELECT -> {
                checkChoices(label, choices, comparison.values());
                yield overlaps(column, operator, literals(comparison.values()));
            }
            case NUMBER, RECORD_NUMBER -> number(column, operator, comparison.values());
            case DATE -> times.date(column, operator, comparison.values().getFirst());
            case DATETIME, CREATED_TIME, UPDATED_TIME ->
                times.instant(column, operator, comparison.values().getFirst());
            case CREATOR, MODIFIER -> in(column + "->>'code'", operator, literals(comparison.values()));
            case TIME ->
                times.timeOfDay(column, operator, literal(comparison.values().getFirst()));
            case USER_SELECT, ORGANIZATION_SELECT, GROUP_SELECT, STATUS_ASSIGNEE ->
                users(column, operator, literals(comparison.values()));
            case CALC -> throw new IllegalStateException("calculated fields are compared as what they show");
            case SUBTABLE -> throw new IllegalStateException("tables have no operators");
        };
    }

    private void checkChoices(String label, List<String> choices, List<Value> values) {
        for (String value : literals(values)) {
            if (!value.isEmpty() && !choices.contains(value)) {
                throw KintoneFault.of(
                        400,
                        "GAIA_IQ10",
                        "フィールド「" + label + "」の項目に「" + value + "」は存在しません。",
                        "The value \"" + value + "\" does not exist in the options of the field \"" + label + "\".");
            }
        }
    }

    private List<String> literals(List<Value> values) {
        List<String> texts = new ArrayList<>();
        for (Value value : values) {
            switch (value) {
                case Value.Literal(String text) -> texts.add(text);
                case Value.Function(String name, List<String> _)
                when name.equals("LOGINUSER") -> texts.add(asker.code());
                case Value.Function _ -> throw KintoneFault.badQuery();
            }
        }
        return texts;
    }

    private String literal(Value value) {
        return literals(List.of(value)).getFirst();
    }

    private String text(String column, String operator, List<Value> values) {
        String filled = "coalesce(" + column + ", '')";
        return switch (operator) {
            case "=", "!=" -> bound(filled + (operator.equals("=") ? " = ?" : " <> ?"), literal(values.getFirst()));
            case "like", "not like" -> like(filled, operator, literal(values.getFirst()));
            default -> in(filled, operator, literals(values));
        };
    }

    private String longText(String column, String operator, List<Value> values) {
        return switch (operator) {
            case "is empty" -> "coalesce(" + column + ", '') = ''";
            case "is not empty" -> "coalesce(" + column + ", '') <> ''";
            default -> like("coalesce(" + column + ", '')", operator, literal(values.getFirst()));
        };
    }

    /** Files are found by their names. */
    private static String fileNames(String column) {
        return "(select string_agg(one->>'name', ' ') from jsonb_array_elements(coalesce(" + column
                + ", '[]')) as attached(one))";
    }

    private String like(String column, String operator, String keyword) {
        String found =
                WordSearch.findsNothing(keyword) ? "false" : bound(column + " ~* ?", WordSearch.pattern(keyword));
        return (operator.startsWith("not") ? "not (" : "(") + found + ")";
    }

    private String in(String column, String operator, List<String> values) {
        String any = bound(column + " = any(?)", values);
        return operator.equals("in") ? any : "not " + any;
    }

    private String overlaps(String column, String operator, List<String> values) {
        String any = bound("coalesce(" + column + ", '{}') && ?", values);
        if (values.contains("")) {
            any = "(" + any + " or coalesce(cardinality(" + column + "), 0) = 0)";
        }
        return operator.equals("in") ? any : "not (" + any + ")";
    }

    private String users(String column, String operator, List<String> codes) {
        String any = "exists (select 1 from jsonb_array_elements(coalesce(" + column + ", '[]')) as chosen(one) where "
                + bound("chosen.one->>'code' = any(?)", codes) + ")";
        return operator.equals("in") ? any : "not " + any;
    }

    private String number(String column, String operator, List<Value> values) {
        if (!operator.endsWith("in")) {
            String text = literal(values.getFirst());
            if (text.isEmpty() && (operator.equals("=") || operator.equals("!="))) {
                return column + (operator.equals("=") ? " is null" : " is not null");
            }
            String sign = operator.equals("!=") ? " is distinct from ?" : " " + operator + " ?";
            return bound("(" + column + sign + ")", decimal(text));
        }
        List<String> options = new ArrayList<>();
        for (String text : literals(values)) {
            options.add(text.isEmpty() ? column + " is null" : bound(column + " = ?", decimal(text)));
        }
        String any = "coalesce(" + String.join(" or ", options) + ", false)";
        return operator.equals("in") ? any : "not " + any;
    }

    private BigDecimal decimal(String text) {
        String bare = text.startsWith(app.code() + "-") && !app.code().isEmpty()
                ? text.substring(app.code().length() + 1)
                : text;
        try {
            return new BigDecimal(bare.strip());
        } catch (NumberFormatException e) {
            throw KintoneFault.badQuery();
        }
    }

    private String bound(String sql, Object value) {
        parameters.add(value);
        return sql;
    }
}
