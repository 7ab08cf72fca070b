package dev.minori.sync.mapping;

import dev.minori.events.fact.FieldKind;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads source values as target kinds, without loss and without guessing. */
final class ValueReader {
    private ValueReader() {}

    /** The field's value, rejecting the record if it cannot be read. */
    static @Nullable SourceValue readable(SourceRecord record, String field) {
        SourceValue value = record.value(field);
        if (value instanceof SourceValue.Unreadable(String raw, var expected)) {
            throw new RejectedException(new Rejection(
                    "unreadable-value",
                    field,
                    raw,
                    new Wording(
                            "「" + field + "」の値を" + SourceKinds.japanese(expected) + "として読めません。",
                            "The value of " + field + " cannot be read as " + SourceKinds.english(expected) + ".")));
        }
        return value;
    }

    /** The value as plain text, null if there is none. */
    static @Nullable String text(@Nullable SourceValue value) {
        return switch (value) {
            case null -> null;
            case SourceValue.Text(String text) -> text;
            case SourceValue.Numeric(BigDecimal number) -> number.toPlainString();
            case SourceValue.Flag(boolean flag) -> String.valueOf(flag);
            case SourceValue.Day(LocalDate day) -> day.toString();
            case SourceValue.Moment(Instant moment) -> moment.toString();
            case SourceValue.Texts(var texts) -> String.join("、", texts);
            case SourceValue.Structure(String json) -> json;
            case SourceValue.Unreadable(String raw, var _) -> raw;
        };
    }

    /** The value as the target's kind; null stays null. Money and members are read elsewhere. */
    static @Nullable Object copy(@Nullable SourceValue value, FieldKind kind, String field) {
        if (value == null) {
            return null;
        }
        Object read = switch (kind) {
            case TEXT, MEMBER -> text(value);
            case WHOLE_NUMBER ->
                value instanceof SourceValue.Numeric(BigDecimal number) ? wholeNumber(number, field) : null;
            case BOOLEAN -> value instanceof SourceValue.Flag(boolean flag) ? flag : null;
            case DATE -> value instanceof SourceValue.Day(LocalDate day) ? day : null;
            case INSTANT -> value instanceof SourceValue.Moment(Instant moment) ? moment : null;
            case MONEY -> null;
        };
        if (read == null) {
            throw wrongKind(value, kind, field);
        }
        return read;
    }

    static Long wholeNumber(BigDecimal number, String field) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException _) {
            throw new RejectedException(new Rejection(
                    "not-a-whole-number",
                    field,
                    number.toPlainString(),
                    new Wording(
                            "「" + field + "」の値は整数ではないか、大きすぎます。四捨五入するには convert を使います。",
                            "The value of " + field + " is not a whole number in range; convert rounds.")));
        }
    }

    static RejectedException wrongKind(SourceValue value, FieldKind kind, String field) {
        return new RejectedException(new Rejection(
                "wrong-kind",
                field,
                text(value),
                new Wording(
                        "「" + field + "」の値を" + SourceKinds.japanese(kind) + "にできません。",
                        "The value of " + field + " cannot become " + SourceKinds.english(kind) + ".")));
    }
}
