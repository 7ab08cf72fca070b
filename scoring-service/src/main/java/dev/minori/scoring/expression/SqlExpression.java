package dev.minori.scoring.expression;

import java.util.List;

/** An expression as SQL: its value over the rows {@code p}, {@code h} and {@code s}, and what must be joined for it. */
record SqlExpression(Sql value, ValueType type, List<Aggregate> aggregates, List<Mention> mentions) {
    SqlExpression {
        aggregates = List.copyOf(aggregates);
        mentions = List.copyOf(mentions);
    }
}
