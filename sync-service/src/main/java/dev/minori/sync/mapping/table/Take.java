package dev.minori.sync.mapping.table;

import dev.minori.sync.source.SourceType;
import java.util.Arrays;
import java.util.Optional;

/** What is taken of a column's values. */
public enum Take {
    FIRST("first"),
    LAST("last"),
    LEAST("min"),
    MOST("max"),
    SUM("sum"),
    /** How many rows have a value. */
    COUNT("count"),
    /** The texts in a row. */
    JOIN("join");

    private final String word;

    Take(String word) {
        this.word = word;
    }

    static Optional<Take> find(String word) {
        return Arrays.stream(values()).filter(take -> take.word.equals(word)).findFirst();
    }

    /** What it results in for a column of this type; empty if it cannot be taken of one. */
    public Optional<SourceType> of(SourceType column) {
        boolean ordered = column == SourceType.NUMBER || column == SourceType.DAY || column == SourceType.MOMENT;
        return switch (this) {
            case FIRST, LAST -> column == SourceType.STRUCTURE ? Optional.empty() : Optional.of(column);
            case LEAST, MOST -> ordered ? Optional.of(column) : Optional.empty();
            case SUM -> column == SourceType.NUMBER ? Optional.of(SourceType.NUMBER) : Optional.empty();
            case COUNT -> Optional.of(SourceType.NUMBER);
            case JOIN -> column == SourceType.STRUCTURE ? Optional.empty() : Optional.of(SourceType.TEXT);
        };
    }
}
