package dev.minori.sync.mapping;

/** Ends the mapping of one record: a value cannot become what the target needs. Caught by {@link CompiledMapping}. */
final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    RejectedException(Rejection rejection) {
        super(rejection.reason(), null, false, false);
        this.rejection = rejection;
    }

    Rejection rejection() {
        return rejection;
    }
}
