package dev.minori.simulators.salesforce;

import java.util.List;

/** An error as the REST API words it: a status and one {@code {message, errorCode, fields}} entry. */
public final class SalesforceFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorCode;
    private final transient List<String> fields;

    /** @param fields API names of the fields at fault; empty when the error is not about a field */
    public SalesforceFault(int status, String errorCode, String message, List<String> fields) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
        this.fields = List.copyOf(fields);
    }

    /** An error that names no field. */
    public SalesforceFault(int status, String errorCode, String message) {
        this(status, errorCode, message, List.of());
    }

    /** The answer to every path that is not offered and every record that does not exist. */
    public static SalesforceFault notFound() {
        return new SalesforceFault(404, "NOT_FOUND", "The requested resource does not exist");
    }

    /** A real feature of the vendor's that this simulator does not offer. It is refused, never answered at random. */
    public static SalesforceFault notOffered(String feature) {
        return new SalesforceFault(
                400, "FUNCTIONALITY_NOT_ENABLED", feature + " is not offered by this Salesforce simulator");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The vendor's code, such as {@code INVALID_FIELD}. */
    public String errorCode() {
        return errorCode;
    }

    /** The message; an exception made here always has one. */
    public String text() {
        String message = getMessage();
        return message == null ? errorCode : message;
    }

    /** The fields at fault. */
    public List<String> fields() {
        return fields;
    }
}
