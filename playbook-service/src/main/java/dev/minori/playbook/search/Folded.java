package dev.minori.playbook.search;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text as the columns {@code search_text} hold it: full and half width, upper and lower case are the same. */
public final class Folded {
    private Folded() {}

    /** The folded text; null for nothing to search by. */
    public static @Nullable String of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
