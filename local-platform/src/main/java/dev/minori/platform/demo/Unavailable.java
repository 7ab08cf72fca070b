package dev.minori.platform.demo;

/** A service does not answer, or says that it cannot do so now: it may be about to start again. */
final class Unavailable extends DemoFailed {
    private static final long serialVersionUID = 1L;

    Unavailable(String message) {
        super(message);
    }
}
