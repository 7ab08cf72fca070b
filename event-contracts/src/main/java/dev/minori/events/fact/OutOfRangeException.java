package dev.minori.events.fact;

/** A value is not one that the field can have. */
public final class OutOfRangeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final long value;
    private final long least;
    private final long most;

    OutOfRangeException(String field, long value, long least, long most) {
        super(field + " must be between " + least + " and " + most + ", was " + value);
        this.field = field;
        this.value = value;
        this.least = least;
        this.most = most;
    }

    /** The field's name, as in JSON. */
    public String field() {
        return field;
    }

    public long value() {
        return value;
    }

    /** The smallest value it can have. */
    public long least() {
        return least;
    }

    /** The largest value it can have. */
    public long most() {
        return most;
    }
}
