package dev.minori.kit.etag;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags (RFC 9110 §8.8.3): a client changes only what it has seen. */
public final class Versions {
    private Versions() {}

    /** The strong entity tag of a version, for example {@code "7"} with its quotes. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Refuses an update unless the client names the version it saw.
     *
     * @param ifMatch the If-Match header: one tag, several separated by commas, or {@code *} for any version
     * @param actual the version that is stored, read in the same transaction as the update
     * @throws ProblemException version-required (428) without the header, stale-version (412) for another version; weak
     *     tags never match
     */
    public static void require(@Nullable String ifMatch, long actual) {
        if (ifMatch == null || ifMatch.isBlank()) {
            Wording detail = new Wording(
                    "更新には、取得したときのETagをIf-Matchヘッダーで送ってください。",
                    "Send the ETag you were given as If-Match with every update.");
            throw new ProblemException(
                    KitProblem.VERSION_REQUIRED,
                    detail,
                    List.of(new FieldError("header:If-Match", "required", detail)));
        }
        requireIfNamed(ifMatch, actual);
    }

    /**
     * Refuses a change that the client wants of another version than the stored one; for changes that a client may ask
     * for without having seen what is stored.
     *
     * @throws ProblemException stale-version (412) for another version
     */
    public static void requireIfNamed(@Nullable String ifMatch, long actual) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        String stored = etag(actual);
        boolean matches = Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(stored));
        if (!matches) {
            throw stale();
        }
    }

    /** What an update answers when another one was saved first. */
    public static ProblemException stale() {
        return ProblemException.stale();
    }
}
