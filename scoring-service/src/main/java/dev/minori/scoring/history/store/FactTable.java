package dev.minori.scoring.history.store;

import dev.minori.events.fact.Dataset;
import dev.minori.events.fact.FactValues;
import dev.minori.events.fact.FieldKind;
import dev.minori.events.fact.Money;
import dev.minori.events.fact.TargetSchema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a dataset, read off its record: {@code noticeDeadline} is kept in {@code notice_deadline}. */
final class FactTable {
    /** Where a fact came from and when; the same in every table. */
    static final List<String> SOURCE_COLUMNS = List.of(
            "workspace_id",
            "fact_id",
            "customer_id",
            "connection_id",
            "system",
            "object_name",
            "source_record_id",
            "source_url",
            "mapping_id",
            "mapping_version",
            "source_version",
            "valid_from",
            "known_from",
            "removed");

    private static final Map<Dataset, FactTable> ALL =
            Stream.of(Dataset.values()).collect(Collectors.toMap(Function.identity(), FactTable::new));

    private final String name;
    private final List<Column> columns = new ArrayList<>();

    private FactTable(Dataset dataset) {
        this.name = dataset.wireName().replace('-', '_');
        Map<String, TargetSchema.Field> fields = TargetSchema.of(dataset).fields().stream()
                .collect(Collectors.toMap(TargetSchema.Field::name, Function.identity()));
        for (RecordComponent component : dataset.valuesType().getRecordComponents()) {
            TargetSchema.Field field = fields.get(component.getName());
            if (field == null) {
                throw new IllegalStateException(component + " is not in its schema");
            }
            String column = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            if (field.kind() == FieldKind.MONEY) {
                columns.add(new Column(
                        column + "_minor",
                        "bigint",
                        field,
                        values -> read(component, values) instanceof Money money ? money.minor() : null));
                columns.add(new Column(
                        column + "_currency",
                        "text",
                        field,
                        values -> read(component, values) instanceof Money money ? money.currency() : null));
            } else {
                columns.add(new Column(column, sqlType(field.kind()), field, values -> read(component, values)));
            }
        }
    }

    /** A column with the SQL type of its values and how to read it off a fact. */
    record Column(
            String name, String sqlType, TargetSchema.Field field, Function<FactValues, @Nullable Object> value) {}

    static FactTable of(Dataset dataset) {
        FactTable table = ALL.get(dataset);
        if (table == null) {
            throw new IllegalStateException("no table for " + dataset);
        }
        return table;
    }

    String current() {
        return name + "_current";
    }

    String history() {
        return name + "_history";
    }

    List<Column> columns() {
        return List.copyOf(columns);
    }

    /** All columns of the current table. */
    List<String> allColumns() {
        return Stream.concat(SOURCE_COLUMNS.stream(), columns.stream().map(Column::name))
                .toList();
    }

    private static @Nullable Object read(RecordComponent component, FactValues values) {
        try {
            return component.getAccessor().invoke(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static String sqlType(FieldKind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case WHOLE_NUMBER, MONEY -> "bigint";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case INSTANT -> "timestamptz";
            case MEMBER -> "uuid";
        };
    }
}
