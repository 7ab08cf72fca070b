package dev.minori.sync.intake;

import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.ValueHygiene;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Reads values as the type that was declared for their field. What does not fit stays as it came, and is unreadable. */
final class Typing {
    private Typing() {}

    /** The type a value shows by itself. */
    static SourceType of(SourceValue value) {
        return switch (value) {
            case SourceValue.Text _ -> SourceType.TEXT;
            case SourceValue.Numeric _ -> SourceType.NUMBER;
            case SourceValue.Flag _ -> SourceType.FLAG;
            case SourceValue.Day _ -> SourceType.DAY;
            case SourceValue.Moment _ -> SourceType.MOMENT;
            case SourceValue.Texts _ -> SourceType.TEXTS;
            case SourceValue.Structure _ -> SourceType.STRUCTURE;
            case SourceValue.Unreadable(String _, SourceType expected) -> expected;
        };
    }

    static SourceValue as(SourceValue value, SourceType wanted) {
        if (!(value instanceof SourceValue.Unreadable) && of(value) == wanted) {
            return value;
        }
        return switch (value) {
            case SourceValue.Text(String text) -> scalar(text, wanted);
            case SourceValue.Unreadable(String raw, SourceType _) -> scalar(raw, wanted);
            case SourceValue.Numeric(BigDecimal number) -> scalar(number.toPlainString(), wanted);
            case SourceValue.Flag(boolean flag) -> scalar(String.valueOf(flag), wanted);
            case SourceValue.Day(LocalDate day) -> scalar(day.toString(), wanted);
            case SourceValue.Moment(Instant moment) -> scalar(moment.toString(), wanted);
            case SourceValue.Texts(var texts) -> new SourceValue.Unreadable(String.join("、", texts), wanted);
            case SourceValue.Structure(String json) -> new SourceValue.Unreadable(json, wanted);
        };
    }

    private static SourceValue scalar(String text, SourceType wanted) {
        return wanted == SourceType.TEXTS || wanted == SourceType.STRUCTURE
                ? new SourceValue.Unreadable(text, wanted)
                : ValueHygiene.read(text, wanted);
    }
}
