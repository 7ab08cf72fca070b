package dev.minori.platform.demo;

/** A step of the demo did not do what it should; the message says which and what came instead. */
public sealed class DemoFailed extends RuntimeException permits Unavailable, SessionOver {
    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message);
    }
}
