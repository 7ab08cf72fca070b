package dev.minori.platform.demo;

/** A step of the demo did not do what it should; the message says which and what came instead. */
public final class DemoFailed extends RuntimeException {
    DemoFailed(String message) {
        super(message);
    }
}
