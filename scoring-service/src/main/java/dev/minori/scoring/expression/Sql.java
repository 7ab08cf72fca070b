package dev.minori.scoring.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL with its bind values in the order of their placeholders. Text only ever comes from constants of this
 * package; whatever a user wrote is a value.
 */
public record Sql(String text, List<SqlValue> values) {
    private static final String HOLE = "§";

    public Sql {
        values = List.copyOf(values);
    }

    /** SQL text in which each {@code §} stands for the next of the parts. */
    static Sql of(String text, Sql... parts) {
        StringBuilder whole = new StringBuilder();
        List<SqlValue> values = new ArrayList<>();
        int from = 0;
        for (Sql part : parts) {
            int hole = text.indexOf(HOLE, from);
            if (hole < 0) {
                throw new IllegalArgumentException("more parts than places in " + text);
            }
            whole.append(text, from, hole).append(part.text);
            values.addAll(part.values);
            from = hole + 1;
        }
        if (text.indexOf(HOLE, from) >= 0) {
            throw new IllegalArgumentException("fewer parts than places in " + text);
        }
        return new Sql(whole.append(text, from, text.length()).toString(), values);
    }

    static Sql bind(SqlValue value) {
        return new Sql(value.placeholder(), List.of(value));
    }

    static Sql join(String separator, List<Sql> parts) {
        List<SqlValue> values = new ArrayList<>();
        parts.forEach(part -> values.addAll(part.values));
        return new Sql(String.join(separator, parts.stream().map(Sql::text).toList()), values);
    }

    Sql plus(Sql next) {
        return join("", List.of(this, next));
    }
}
