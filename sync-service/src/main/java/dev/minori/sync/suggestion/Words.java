package dev.minori.sync.suggestion;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Names that mean the same, by what they mean, and how near a name is to them. */
final class Words {
    private static final double PART = 0.8;

    private final Map<String, List<String>> byMeaning = new HashMap<>();

    private Words(Properties names) {
        names.stringPropertyNames()
                .forEach(meaning -> byMeaning.put(
                        meaning,
                        Arrays.stream(names.getProperty(meaning).split(",", -1))
                                .map(Words::folded)
                                .toList()));
    }

    static Words read(String resource) {
        Properties names = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8)) {
            names.load(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Words(names);
    }

    /** From 0 for nothing in common to 1 for the same name; a name that holds one of the words counts less. */
    double nearness(String meaning, String name) {
        String folded = folded(name);
        double nearest = 0;
        for (String word : byMeaning.getOrDefault(meaning, List.of())) {
            if (folded.equals(word)) {
                return 1;
            }
            boolean isPart = isLong(word) && (folded.startsWith(word) || folded.endsWith(word));
            if (isPart) {
                nearest = Math.max(nearest, PART * word.length() / folded.length());
            }
        }
        return nearest;
    }

    /** Two kanji are a word; two Latin letters are found everywhere. */
    private static boolean isLong(String word) {
        return word.length() >= (word.chars().allMatch(c -> c < 0x250) ? 4 : 2);
    }

    /** The name without what does not tell names apart. */
    static String folded(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        // What stands in brackets is a remark: 月額(税抜).
        String bare = folded.replaceFirst("__c$", "").replaceAll("\\([^)]*\\)$", "");
        return bare.replaceAll("[\\s_\\-・:./]", "");
    }
}
