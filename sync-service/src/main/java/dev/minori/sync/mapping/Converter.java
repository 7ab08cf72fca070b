package dev.minori.sync.mapping;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.SourceValue.Day;
import dev.minori.sync.source.SourceValue.Flag;
import dev.minori.sync.source.SourceValue.Moment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversions by name. What cannot be converted rejects its record; it never becomes a stand-in. */
final class Converter {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "はい", "有", "有効", "あり", "○", "〇", "する");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "いいえ", "無", "無効", "なし", "×", "しない");

    private final FieldSource.Convert wanted;
    private final ZoneId zone;
    private final @Nullable DateTimeFormatter format;

    Converter(FieldSource.Convert wanted, ZoneId zone) {
        this.wanted = wanted;
        this.zone = zone;
        this.format = wanted.pattern() == null ? null : formatter(wanted.pattern());
    }

    /** The formatter of a pattern. Throws IllegalArgumentException if it is not one. Strict: February 30 is refused. */
    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.JAPAN)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    @Nullable
    Object convert(@Nullable SourceValue value) {
        if (value == null) {
            return null;
        }
        try {
            return switch (wanted.as()) {
                case TEXT -> ValueReader.text(value);
                case WHOLE_NUMBER ->
                    Units.apply(number(value), wanted.times())
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
                case BOOLEAN -> flag(value);
                case DATE -> day(value);
                case INSTANT -> moment(value);
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeException _) {
            throw failed(value);
        }
    }

    private static BigDecimal number(SourceValue value) {
        return value instanceof SourceValue.Numeric(BigDecimal number) ? number : Numbers.parse(halfWidth(value));
    }

    private boolean flag(SourceValue value) {
        if (value instanceof Flag(boolean flag)) {
            return flag;
        }
        String word = halfWidth(value).toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw failed(value);
    }

    private LocalDate day(SourceValue value) {
        return switch (value) {
            case Day(LocalDate day) -> day;
            case Moment(Instant moment) -> moment.atZone(zone).toLocalDate();
            default -> {
                String text = halfWidth(value);
                yield format == null ? LocalDate.parse(text) : LocalDate.parse(text, format);
            }
        };
    }

    private Instant moment(SourceValue value) {
        return switch (value) {
            case Moment(Instant moment) -> moment;
            case Day(LocalDate day) -> day.atStartOfDay(zone).toInstant();
            default -> {
                String text = halfWidth(value);
                yield format == null
                        ? Instant.parse(text)
                        : LocalDateTime.parse(text, format).atZone(zone).toInstant();
            }
        };
    }

    private static String halfWidth(SourceValue value) {
        String text = ValueReader.text(value);
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private RejectedException failed(SourceValue value) {
        return new RejectedException(new Rejection(
                "conversion-failed",
                wanted.field(),
                ValueReader.text(value),
                new Wording(
                        "「" + wanted.field() + "」の値を" + wanted.as().wireName() + "に変換できません。",
                        "The value of " + wanted.field() + " cannot be converted to "
                                + wanted.as().wireName() + ".")));
    }
}
