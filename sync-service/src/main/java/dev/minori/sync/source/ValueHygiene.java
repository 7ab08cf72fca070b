package dev.minori.sync.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/**
 * Turns what a source wrote into a typed value, or says that it is unreadable. Nothing is bent into shape: PostgreSQL's
 * driver would store 0 for huge numbers, {@code ?} for a lone surrogate and infinity for far dates without a word.
 */
public final class ValueHygiene {
    /** Far beyond any amount, well inside what every store can hold. */
    private static final int MAX_DIGITS = 38;

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** Salesforce REST writes {@code +0000} without colon, Bulk writes {@code Z}. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "+0000")
            .optionalEnd()
            .toFormatter(java.util.Locale.ROOT);

    private ValueHygiene() {}

    /** The value of a non-empty text in a field of this type. */
    public static SourceValue read(String raw, SourceType type) {
        if (isUnstorable(raw)) {
            return new SourceValue.Unreadable(raw, type);
        }
        return switch (type) {
            case TEXT -> new SourceValue.Text(raw);
            case NUMBER -> number(raw);
            case FLAG -> flag(raw);
            case DAY -> day(raw);
            case MOMENT -> moment(raw);
            case TEXTS -> new SourceValue.Texts(java.util.List.of(raw.split(";", -1)));
            case STRUCTURE -> new SourceValue.Structure(raw);
        };
    }

    /** Whether the text holds NUL or half a surrogate pair, which PostgreSQL text cannot hold. */
    public static boolean isUnstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return true;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            } else if (Character.isLowSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static SourceValue number(String raw) {
        // BigDecimal would read full-width digits too: that is a conversion somebody must ask for.
        if (raw.length() > 400 || !raw.chars().allMatch(c -> c < 128)) {
            return new SourceValue.Unreadable(raw, SourceType.NUMBER);
        }
        try {
            BigDecimal number = new BigDecimal(raw.strip());
            return fits(number)
                    ? new SourceValue.Numeric(plain(number))
                    : new SourceValue.Unreadable(raw, SourceType.NUMBER);
        } catch (NumberFormatException _) {
            return new SourceValue.Unreadable(raw, SourceType.NUMBER);
        }
    }

    private static boolean fits(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        long integerDigits = (long) stripped.precision() - stripped.scale();
        return number.signum() == 0 || (integerDigits <= MAX_DIGITS && stripped.scale() <= MAX_DIGITS);
    }

    /** One spelling for equal numbers, so that {@code 1.0E7} and {@code 10000000} hash the same. */
    private static BigDecimal plain(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static SourceValue flag(String raw) {
        return switch (raw) {
            case "true" -> new SourceValue.Flag(true);
            case "false" -> new SourceValue.Flag(false);
            default -> new SourceValue.Unreadable(raw, SourceType.FLAG);
        };
    }

    private static SourceValue day(String raw) {
        try {
            LocalDate day = LocalDate.parse(raw);
            return inRange(day) ? new SourceValue.Day(day) : new SourceValue.Unreadable(raw, SourceType.DAY);
        } catch (DateTimeException _) {
            return new SourceValue.Unreadable(raw, SourceType.DAY);
        }
    }

    private static SourceValue moment(String raw) {
        try {
            OffsetDateTime parsed = OffsetDateTime.parse(raw, MOMENT);
            // PostgreSQL keeps microseconds and would round the rest.
            Instant moment = parsed.toInstant().truncatedTo(ChronoUnit.MICROS);
            return inRange(parsed.toLocalDate()) && moment.equals(parsed.toInstant())
                    ? new SourceValue.Moment(moment)
                    : new SourceValue.Unreadable(raw, SourceType.MOMENT);
        } catch (DateTimeException _) {
            return new SourceValue.Unreadable(raw, SourceType.MOMENT);
        }
    }

    private static boolean inRange(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }
}
