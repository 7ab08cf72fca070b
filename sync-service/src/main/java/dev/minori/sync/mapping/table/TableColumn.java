package dev.minori.sync.mapping.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.ValueHygiene;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table inside a record, taken as one value: {@code sum(明細.金額)}. It stands wherever a field code does; a
 * field that is called so comes first.
 *
 * @param code as it is written in the mapping
 * @see <a href="https://cybozu.dev/ja/kintone/docs/overview/field-types">how kintone gives tables</a>
 */
public record TableColumn(String code, Take take, String table, String column) {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern CODE =
            Pattern.compile("(first|last|min|max|sum|count|join)\\(([^().]+)\\.([^().]+)\\)");

    /** The column that a code names; empty if it is the code of a field. */
    public static Optional<TableColumn> parse(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches()
                ? Take.find(matcher.group(1))
                        .map(take -> new TableColumn(code, take, matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /**
     * What is taken of a table's rows; null if nothing is known. Of a table without rows the count alone is known.
     *
     * @param structure the table as it was read, null if it has no rows
     * @param type what the column holds
     */
    public @Nullable SourceValue value(@Nullable SourceValue structure, SourceType type) {
        List<String> cells = structure instanceof SourceValue.Structure(String json) ? cells(json) : List.of();
        if (take == Take.COUNT) {
            return new SourceValue.Numeric(BigDecimal.valueOf(cells.size()));
        }
        if (cells.isEmpty()) {
            return null;
        }
        List<SourceValue> values = new ArrayList<>();
        for (String cell : cells) {
            SourceValue value = ValueHygiene.read(cell, type);
            if (value instanceof SourceValue.Unreadable) {
                return value;
            }
            values.add(value);
        }
        return switch (take) {
            case FIRST -> values.getFirst();
            case LAST -> values.getLast();
            case LEAST -> values.stream().min(TableColumn::compare).orElseThrow();
            case MOST -> values.stream().max(TableColumn::compare).orElseThrow();
            case SUM ->
                new SourceValue.Numeric(
                        values.stream().map(TableColumn::number).reduce(BigDecimal.ZERO, BigDecimal::add));
            case JOIN -> new SourceValue.Text(cells.stream().collect(Collectors.joining("、")));
            case COUNT -> throw new IllegalStateException("counted above");
        };
    }

    /** The cells of the column that have a value, in the order of the rows. */
    private List<String> cells(String json) {
        List<String> cells = new ArrayList<>();
        for (JsonNode row : tree(json)) {
            String cell = text(row.path("value").path(column).path("value"));
            if (!cell.isEmpty()) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException _) {
            return MAPPER.createArrayNode();
        }
    }

    /** A choice of several and a person have no text of their own: the choices, and the person's code. */
    private static String text(JsonNode cell) {
        if (cell.isArray()) {
            List<String> parts = new ArrayList<>();
            cell.forEach(part -> parts.add(text(part)));
            return String.join(";", parts);
        }
        return cell.isObject() ? cell.path("code").asText() : cell.isNull() ? "" : cell.asText();
    }

    private static BigDecimal number(SourceValue value) {
        return value instanceof SourceValue.Numeric(BigDecimal number) ? number : BigDecimal.ZERO;
    }

    private static int compare(SourceValue one, SourceValue other) {
        return switch (one) {
            case SourceValue.Numeric(var number) -> number.compareTo(number(other));
            case SourceValue.Day(var day) when other instanceof SourceValue.Day(var that) -> day.compareTo(that);
            case SourceValue.Moment(var moment)
            when other instanceof SourceValue.Moment(var that) -> moment.compareTo(that);
            default -> Comparator.comparing(Object::toString).compare(one, other);
        };
    }
}
