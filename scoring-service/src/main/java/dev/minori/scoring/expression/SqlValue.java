package dev.minori.scoring.expression;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value that reaches the database as a bind parameter, never as SQL text. */
public sealed interface SqlValue {
    /** The parameter with the cast that fixes its type. */
    String placeholder();

    record Text(String value) implements SqlValue {
        @Override
        public String placeholder() {
            return "?::text";
        }
    }

    record Decimal(BigDecimal value) implements SqlValue {
        @Override
        public String placeholder() {
            return "?::numeric";
        }
    }

    record Truth(boolean value) implements SqlValue {
        @Override
        public String placeholder() {
            return "?::boolean";
        }
    }

    record Day(LocalDate value) implements SqlValue {
        @Override
        public String placeholder() {
            return "?::date";
        }
    }

    /** An ISO 8601 interval, for example {@code P6M} or {@code PT12H}. */
    record Span(String iso) implements SqlValue {
        @Override
        public String placeholder() {
            return "?::interval";
        }
    }

    /** What only the evaluation knows: the workspace, its day, instant and zone. */
    enum Setting implements SqlValue {
        WORKSPACE("?::uuid"),
        TODAY("?::date"),
        /** The newest day whose usage is complete. */
        USAGE_UNTIL("?::date"),
        NOW("?::timestamptz"),
        ZONE("?::text"),
        /** The customers asked for, as an array. */
        CUSTOMERS("?::uuid[]");

        private final String placeholder;

        Setting(String placeholder) {
            this.placeholder = placeholder;
        }

        @Override
        public String placeholder() {
            return placeholder;
        }
    }
}
