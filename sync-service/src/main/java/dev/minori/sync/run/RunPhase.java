package dev.minori.sync.run;

/** The steps of a run, in their order; a run that is taken over goes on in the step where it stood. */
public enum RunPhase {
    /** Records come from the source, or from the rows kept. */
    READ,
    /** What the source no longer has is removed. */
    REMOVE,
    /** Rows that waited for a customer are tried again. */
    RETRY
}
