package dev.minori.scoring.history;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the times of a question about the past. */
@ApplicationScoped
public class PastTimes {
    /**
     * What was known less than a minute ago can still change: a transaction that began before may commit after, with the
     * earlier time. Transactions end within 30 seconds.
     */
    static final Duration SETTLING = Duration.ofSeconds(60);

    private final DatabaseTime database;

    PastTimes(DatabaseTime database) {
        this.database = database;
    }

    /**
     * A point in both times.
     *
     * @param asOf when it was true
     * @param knownAt when it was known, on the database's clock
     */
    public record Past(Instant asOf, Instant knownAt) {}

    /**
     * The time of knowledge that was asked for, if one was. Throws invalid-parameter for one that lies less than a minute
     * back or ahead.
     */
    @Transactional
    public Optional<Instant> knownAt(@Nullable Instant asked) {
        if (asked != null && asked.isAfter(database.now().minus(SETTLING))) {
            Wording detail = new Wording(
                    "knownAtには60秒以上前の日時を指定してください。それより新しい時点の内容はまだ変わることがあります。",
                    "knownAt must lie at least 60 seconds back; what was known later can still change.");
            throw new ProblemException(
                    KitProblem.INVALID_PARAMETER,
                    detail,
                    List.of(new FieldError("query:knownAt", "too-recent", detail)));
        }
        return Optional.ofNullable(asked);
    }

    /** The point that was asked for; empty for now. Where only one of the times was named, the other one is now. */
    @Transactional
    public Optional<Past> past(@Nullable Instant asOf, @Nullable Instant knownAt) {
        Optional<Instant> known = knownAt(knownAt);
        if (asOf == null && known.isEmpty()) {
            return Optional.empty();
        }
        Instant now = database.now();
        return Optional.of(new Past(asOf == null ? now : asOf, known.orElse(now)));
    }
}
