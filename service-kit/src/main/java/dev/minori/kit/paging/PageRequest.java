package dev.minori.kit.paging;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page a client wants.
 *
 * @param limit 1 to 200
 * @param cursor the {@code nextCursor} of the page before; null for the first page
 */
public record PageRequest(int limit, @Nullable String cursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            Wording detail =
                    new Wording("limitは1から" + MAX_LIMIT + "までの数です。", "limit is a number from 1 to " + MAX_LIMIT + ".");
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER,
                    detail,
                    List.of(new FieldError("query:limit", "out-of-range", detail)));
        }
    }

    /** From the query parameters {@code limit} and {@code cursor}; throws invalid-parameter for a limit out of range. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit, cursor == null || cursor.isEmpty() ? null : cursor);
    }

    /** How many rows to read: one more than the page holds, see {@link Page#cut}. */
    public int fetchSize() {
        return limit + 1;
    }
}
