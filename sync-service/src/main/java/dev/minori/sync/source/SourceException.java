package dev.minori.sync.source;

import dev.minori.kit.problem.Wording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source did not do what was asked. The message never holds a secret. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SourceFailure failure;
    private final transient Wording wording;
    private final @Nullable Instant retryAt;

    public SourceException(
            SourceFailure failure, Wording wording, @Nullable Instant retryAt, @Nullable Throwable cause) {
        super(wording.en(), cause);
        this.failure = failure;
        this.wording = wording;
        this.retryAt = retryAt;
    }

    public SourceException(SourceFailure failure, Wording wording) {
        this(failure, wording, null, null);
    }

    public SourceFailure failure() {
        return failure;
    }

    /** The message in both languages. */
    public Wording wording() {
        return wording;
    }

    /** When the source is expected to work again, if it said so. */
    public @Nullable Instant retryAt() {
        return retryAt;
    }
}
