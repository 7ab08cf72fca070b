package dev.minori.sync.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a target field's value comes from. Only {@link Cel} needs a formula. */
public sealed interface FieldSource {

    /** Codes of the source fields that are read for it; those of a formula are known to the formula only. */
    default List<String> codes() {
        return switch (this) {
            case Copy(String field) -> List.of(field);
            case Constant _, Cel _ -> List.of();
            case ValueMap map -> List.of(map.field());
            case FirstNonEmpty(List<String> fields) -> fields;
            case Join(List<String> fields, String _) -> fields;
            case Convert convert -> List.of(convert.field());
            case Money money -> {
                List<String> codes = new ArrayList<>(List.of(money.field()));
                if (money.currencyField() != null) {
                    codes.add(money.currencyField());
                }
                yield codes;
            }
        };
    }

    /** The source field's value as it is; kinds must fit without loss. */
    record Copy(String field) implements FieldSource {}

    /** The same text for every record, read as the target's kind. */
    record Constant(String value) implements FieldSource {}

    /**
     * A table from source texts to target texts.
     *
     * @param otherwise for values the table does not have: a text, or null for none
     */
    record ValueMap(
            String field, Map<String, String> map, @Nullable String otherwise) implements FieldSource {
        public ValueMap {
            map = Map.copyOf(map);
        }
    }

    /** The first of the fields that has a value. */
    record FirstNonEmpty(List<String> fields) implements FieldSource {
        public FirstNonEmpty {
            fields = List.copyOf(fields);
        }
    }

    /** The texts of the fields that have a value, joined. */
    record Join(List<String> fields, String separator) implements FieldSource {
        public Join {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A conversion that may fail for a record; the record is then rejected with the reason.
     *
     * @param pattern how texts write dates, {@link java.time.format.DateTimeFormatter} letters; null for ISO
     * @param times what a number is multiplied by before it is rounded, for sources in thousands or per cent
     */
    record Convert(
            String field,
            Conversion as,
            @Nullable String pattern,
            @Nullable BigDecimal times) implements FieldSource {
        public Convert {
            times = times == null ? null : Units.plain(times);
        }

        public Convert(String field, Conversion as, @Nullable String pattern) {
            this(field, as, pattern, null);
        }
    }

    /**
     * An amount of money, from a number or from a text such as {@code ¥1,200,000}.
     *
     * @param currency fixed ISO 4217 code, or null if {@code currencyField} holds it; neither: the workspace's currency
     * @param per the period the amount is for; the fact holds it per month
     * @param times what the amount is multiplied by: 1000 for a field in 千円
     */
    record Money(
            String field,
            @Nullable String currency,
            @Nullable String currencyField,
            Period per,
            @Nullable BigDecimal times)
            implements FieldSource {
        public Money {
            times = times == null ? null : Units.plain(times);
        }

        public Money(String field, @Nullable String currency, @Nullable String currencyField, Period per) {
            this(field, currency, currencyField, per, null);
        }
    }

    /** A CEL formula over source fields. */
    record Cel(String expression) implements FieldSource {}
}
