package dev.minori.platform.launcher;

/** The platform cannot start; the message tells a person why and what to do. */
final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailed(String message) {
        super(message);
    }
}
