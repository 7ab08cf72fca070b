package dev.minori.sync.suggestion;

import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A few records of an object, to look at what its fields hold.
 *
 * @param unread fields that were left out
 */
record Samples(List<SourceRecord> records, Set<String> unread) {
    private static final List<String> DATES = List.of("uuuu-M-d", "uuuu/M/d", "uuuu年M月d日", "uuuuMMdd", "uuuu.M.d");

    Samples {
        records = List.copyOf(records);
        unread = Set.copyOf(unread);
    }

    /** Whether it can be said how many of them have a value in the field. */
    boolean tellOf(String code) {
        return !records.isEmpty() && !unread.contains(code);
    }

    int size() {
        return records.size();
    }

    /** How many of them have a value in the field. */
    int filled(String code) {
        return (int)
                records.stream().filter(record -> record.value(code) != null).count();
    }

    /** The values of the field as texts. */
    List<String> texts(String code) {
        return records.stream()
                .map(record -> text(record.value(code)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** How the field writes dates, if all its texts are dates written in one way. */
    Optional<String> datePattern(String code) {
        List<String> texts = texts(code);
        return texts.isEmpty()
                ? Optional.empty()
                : DATES.stream()
                        .filter(pattern -> texts.stream().allMatch(text -> isDate(text, pattern)))
                        .findFirst();
    }

    private static boolean isDate(String text, String pattern) {
        try {
            LocalDate.parse(
                    text.strip(),
                    DateTimeFormatter.ofPattern(pattern, Locale.JAPAN).withResolverStyle(ResolverStyle.STRICT));
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static @Nullable String text(@Nullable SourceValue value) {
        return value instanceof SourceValue.Text(String text) ? text : null;
    }
}
