package dev.minori.sync.source;

import java.time.Instant;

/** Stands before every call to one source, whoever makes it and whatever for. */
public interface CallGate {
    /** Lets every call pass. */
    CallGate OPEN = new CallGate() {
        @Override
        public void pass() {}

        @Override
        public void learn(ApiAllowance told) {}

        @Override
        public void shut(Instant until) {}
    };

    /**
     * Counts the call that is about to be made. Throws {@link SourceException} with LIMIT_REACHED if none may be made
     * now; then it must not be made.
     */
    void pass();

    /** The source told how many calls everybody together has made, of how many. */
    void learn(ApiAllowance told);

    /** The source refused a call because its allowance is spent: none may pass before then, wherever it comes from. */
    void shut(Instant until);
}
