package dev.minori.simulators.kintone.formula;

import java.math.BigDecimal;
import java.util.List;

/** What a formula works with. Days and times are numbers of seconds, truth is 1 or 0. */
public sealed interface Value {

    /** A number; an empty number field counts as 0. */
    record Num(BigDecimal number) implements Value {}

    /** A text. */
    record Text(String text) implements Value {}

    /** Chosen options, or a column of a table. */
    record Many(List<Value> values) implements Value {
        public Many {
            values = List.copyOf(values);
        }
    }

    /** An empty day or time: nothing can be calculated with it. */
    record Nothing() implements Value {}

    /** A number. */
    static Value of(BigDecimal number) {
        return new Num(number);
    }

    /** A number of seconds. */
    static Value of(long seconds) {
        return new Num(BigDecimal.valueOf(seconds));
    }

    /** A text. */
    static Value of(String text) {
        return new Text(text);
    }

    /** 1 for true, 0 for false. */
    static Value of(boolean truth) {
        return new Num(truth ? BigDecimal.ONE : BigDecimal.ZERO);
    }
}
