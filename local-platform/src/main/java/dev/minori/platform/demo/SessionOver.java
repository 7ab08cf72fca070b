package dev.minori.platform.demo;

/** An answer of 401: whoever asked must sign in again. */
final class SessionOver extends DemoFailed {
    private static final long serialVersionUID = 1L;

    SessionOver(String message) {
        super(message);
    }
}
