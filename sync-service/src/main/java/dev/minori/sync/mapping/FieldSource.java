package dev.minori.sync.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a target field's value comes from. Only {@link Cel} needs a formula. */
public sealed interface FieldSource {

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
     */
    record Convert(String field, Conversion as, @Nullable String pattern) implements FieldSource {}

    /**
     * An amount of money.
     *
     * @param currency fixed ISO 4217 code, or null if {@code currencyField} holds it; neither: the workspace's currency
     * @param per the period the amount is for; the fact holds it per month
     */
    record Money(
            String field,
            @Nullable String currency,
            @Nullable String currencyField,
            Period per) implements FieldSource {}

    /** A CEL formula over source fields. */
    record Cel(String expression) implements FieldSource {}
}
