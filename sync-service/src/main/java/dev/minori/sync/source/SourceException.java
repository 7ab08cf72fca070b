package dev.minori.sync.source;

import dev.minori.kit.problem.Wording;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source did not do what was asked. The message never holds a secret. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How long to wait where a source does not say when its allowance frees up again. */
    public static final Duration LIMIT_PAUSE = Duration.ofHours(1);

    private final SourceFailure failure;
    private final transient Wording wording;
    private final @Nullable Instant retryAt;
    private final boolean ownBudget;

    public SourceException(
            SourceFailure failure, Wording wording, @Nullable Instant retryAt, @Nullable Throwable cause) {
        this(failure, wording, retryAt, cause, false);
    }

    private SourceException(
            SourceFailure failure,
            Wording wording,
            @Nullable Instant retryAt,
            @Nullable Throwable cause,
            boolean ownBudget) {
        super(wording.en(), cause);
        this.failure = failure;
        this.wording = wording;
        this.retryAt = retryAt;
        this.ownBudget = ownBudget;
    }

    public SourceException(SourceFailure failure, Wording wording) {
        this(failure, wording, null, null);
    }

    /** The source's allowance is known to be spent; no call was made. */
    public static SourceException limitReached(@Nullable Instant until) {
        return new SourceException(
                SourceFailure.LIMIT_REACHED,
                new Wording(
                        "連携先のAPI上限に達したため、回復するまで待っています。",
                        "The source's allowance is spent; no call is made until it resets."),
                until,
                null);
    }

    /** The budget that somebody set for the connection is spent: the source itself would still answer. */
    public static SourceException budgetSpent(Wording why, Instant until) {
        return new SourceException(SourceFailure.LIMIT_REACHED, why, until, null, true);
    }

    public SourceFailure failure() {
        return failure;
    }

    /** The message in both languages. */
    public Wording wording() {
        return wording;
    }

    /** Whether our own budget is the limit that was reached, not the source's. */
    public boolean ownBudget() {
        return ownBudget;
    }

    /** When the source is expected to work again, if it said so. */
    public @Nullable Instant retryAt() {
        return retryAt;
    }
}
