package dev.minori.notification.template;

import java.util.List;

/** A message cannot be written because values that its template requires are missing. */
public final class MissingValues extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String names;

    MissingValues(String templateKey, List<String> names) {
        super("template " + templateKey + " needs values for " + String.join(", ", names));
        this.names = String.join(", ", names);
    }

    /** The variables without a value. */
    public String names() {
        return names;
    }
}
