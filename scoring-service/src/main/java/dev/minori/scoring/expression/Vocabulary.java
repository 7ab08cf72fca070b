package dev.minori.scoring.expression;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.TargetSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every name an expression may use and the column behind it: the allow-list that stands between what a user writes and
 * the SQL that runs. The attributes of a dataset are those of its target schema.
 */
final class Vocabulary {
    static final RowType CUSTOMER = new RowType("Customer", schemaOf(Dataset.CUSTOMER));
    static final RowType HEALTH = new RowType("Health", health());

    private static final Map<String, RecordSet> RECORD_SETS = recordSets();

    static final RowType CONTRACT = rows("contracts");
    static final RowType MESSAGE = rows("messages");

    private Vocabulary() {}

    /** The record sets by their names. */
    static Map<String, RecordSet> recordSetsByName() {
        return RECORD_SETS;
    }

    /** The column that holds a field of a dataset, {@code noticeDeadline} as {@code notice_deadline}. */
    static String column(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static RowType rows(String name) {
        RecordSet found = RECORD_SETS.get(name);
        if (found == null) {
            throw new IllegalStateException("no record set " + name);
        }
        return found.rowType();
    }

    private static Map<String, RecordSet> recordSets() {
        Map<String, RecordSet> sets = new LinkedHashMap<>();
        add(sets, "contracts", "Contract", Dataset.CONTRACT, "contract_current", "start_date", ValueType.DATE);
        add(sets, "usage", "Usage", Dataset.USAGE, "usage_current", "day", ValueType.DATE);
        add(sets, "tickets", "Ticket", Dataset.TICKET, "ticket_current", "opened_at", ValueType.TIME);
        add(
                sets,
                "surveyResponses",
                "SurveyResponse",
                Dataset.SURVEY_RESPONSE,
                "survey_response_current",
                "responded_on",
                ValueType.DATE);
        add(sets, "messages", "Message", Dataset.MESSAGE, "message_current", "sent_at", ValueType.TIME);
        add(sets, "contacts", "Contact", Dataset.CONTACT, "contact_current", null, ValueType.DATE);
        return Map.copyOf(sets);
    }

    private static void add(
            Map<String, RecordSet> sets,
            String name,
            String typeName,
            Dataset dataset,
            String table,
            @Nullable String timeColumn,
            ValueType timeType) {
        List<Attribute> attributes = new ArrayList<>(schemaOf(dataset));
        if (dataset == Dataset.CONTRACT) {
            attributes.add(attribute("inForce", ValueType.BOOLEAN, Vocabulary::inForce, "契約中", "In force"));
            attributes.add(attribute(
                    "lastDay",
                    ValueType.DATE,
                    alias -> Sql.of("(" + alias + ".end_date - 1)"),
                    "契約終了日(最終日)",
                    "Last day"));
        }
        sets.put(name, new RecordSet(name, dataset, new RowType(typeName, attributes), table, timeColumn, timeType));
    }

    private static Sql inForce(String alias) {
        Sql today = Sql.bind(SqlValue.Setting.TODAY);
        return Sql.of(
                "(A.start_date <= § AND COALESCE(§ < A.end_date, TRUE) AND COALESCE(§ < A.cancelled_on, TRUE))"
                        .replace("A.", alias + "."),
                today,
                today,
                today);
    }

    private static List<Attribute> health() {
        return List.of(
                plain("points", ValueType.NUMBER, "points::numeric", "ヘルススコア", "Health score"),
                plain("band", ValueType.TEXT, "band", "ヘルス状態", "Health band"),
                plain("coverage", ValueType.NUMBER, "coverage::numeric", "データ充足率", "Coverage"),
                plain("previousPoints", ValueType.NUMBER, "previous_points::numeric", "前回のスコア", "Previous score"),
                plain("previousBand", ValueType.TEXT, "previous_band", "前回のヘルス状態", "Previous band"),
                plain("changedAt", ValueType.TIME, "band_changed_at", "状態が変わった日時", "Band changed at"),
                plain("bandFellAt", ValueType.TIME, "band_fell_at", "状態が下がった日時", "Band fell at"),
                plain("bandFellFrom", ValueType.TEXT, "band_fell_from", "下がる前の状態", "Band fell from"),
                plain("reasonJa", ValueType.TEXT, "reason_ja", "主な理由", "Main reason in Japanese"),
                plain("reasonEn", ValueType.TEXT, "reason_en", "主な理由(英語)", "Main reason"));
    }

    private static List<Attribute> schemaOf(Dataset dataset) {
        List<Attribute> attributes = new ArrayList<>();
        for (TargetSchema.Field field : TargetSchema.of(dataset).fields()) {
            String column = column(field.name());
            if (field.kind() == FieldKind.MONEY) {
                attributes.add(new Attribute(
                        field.name() + ".amount",
                        ValueType.NUMBER,
                        alias -> Sql.of("minori_major(A.X_minor, A.X_currency)"
                                .replace("X", column)
                                .replace("A.", alias + ".")),
                        field.japanese(),
                        field.english(),
                        field.personal()));
                attributes.add(new Attribute(
                        field.name() + ".currency",
                        ValueType.TEXT,
                        alias -> Sql.of(alias + "." + column + "_currency"),
                        field.japanese() + "の通貨",
                        field.english() + " currency",
                        field.personal()));
            } else {
                attributes.add(new Attribute(
                        field.name(),
                        type(field.kind()),
                        alias -> Sql.of(alias + "." + column + cast(field.kind())),
                        field.japanese(),
                        field.english(),
                        field.personal()));
            }
        }
        return attributes;
    }

    private static Attribute plain(String path, ValueType type, String column, String japanese, String english) {
        return attribute(path, type, alias -> Sql.of(alias + "." + column), japanese, english);
    }

    private static Attribute attribute(
            String path, ValueType type, Function<String, Sql> column, String japanese, String english) {
        return new Attribute(path, type, column, japanese, english, false);
    }

    private static ValueType type(FieldKind kind) {
        return switch (kind) {
            case TEXT, MEMBER -> ValueType.TEXT;
            case WHOLE_NUMBER, MONEY -> ValueType.NUMBER;
            case BOOLEAN -> ValueType.BOOLEAN;
            case DATE -> ValueType.DATE;
            case INSTANT -> ValueType.TIME;
        };
    }

    private static String cast(FieldKind kind) {
        return switch (kind) {
            case WHOLE_NUMBER -> "::numeric";
            case MEMBER -> "::text";
            case TEXT, MONEY, BOOLEAN, DATE, INSTANT -> "";
        };
    }
}
