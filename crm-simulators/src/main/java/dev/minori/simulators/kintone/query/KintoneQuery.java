package dev.minori.simulators.kintone.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed query.
 *
 * @param condition what records must meet, or null for all
 * @param limit records to return at most, 100 when not given
 */
public record KintoneQuery(@Nullable Condition condition, List<Order> orderBy, int limit, int offset) {

    /** Records returned when a query names no limit. */
    public static final int DEFAULT_LIMIT = 100;

    /** What records must meet. */
    public sealed interface Condition {
        /** All must hold; conditions on one table must be met by the same row. */
        record And(List<Condition> parts) implements Condition {}

        /** One must hold. */
        record Or(List<Condition> parts) implements Condition {}

        /** A field against values. */
        record Comparison(String field, String operator, List<Value> values) implements Condition {}
    }

    /** A value of a comparison. */
    public sealed interface Value {
        /** Text in quotes, or a number without. */
        record Literal(String text) implements Value {}

        /** A function such as {@code FROM_TODAY(-7, DAYS)}. */
        record Function(String name, List<String> arguments) implements Value {}
    }

    /** One item of {@code order by}. */
    public record Order(String field, boolean descending) {}
}
