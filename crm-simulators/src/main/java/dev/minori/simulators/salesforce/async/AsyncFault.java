package dev.minori.simulators.salesforce.async;

/** A refusal by Bulk API 1.0: {@code exceptionCode} and {@code exceptionMessage}, with status 400 unless told otherwise. */
final class AsyncFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String text;

    AsyncFault(int status, String code, String text) {
        super(text);
        this.status = status;
        this.code = code;
        this.text = text;
    }

    AsyncFault(String code, String text) {
        this(400, code, text);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return text;
    }
}
