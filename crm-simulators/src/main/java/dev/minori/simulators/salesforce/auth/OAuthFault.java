package dev.minori.simulators.salesforce.auth;

/** A refusal by the token endpoint: {@code {"error": …, "error_description": …}}. */
final class OAuthFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final String description;

    OAuthFault(int status, String error, String description) {
        super(error + ": " + description);
        this.status = status;
        this.error = error;
        this.description = description;
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return description;
    }
}
