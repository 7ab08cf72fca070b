package dev.minori.simulators.salesforce.bulk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bulk job does with each row. */
public enum WriteOperation {
    INSERT,
    UPDATE,
    UPSERT,
    DELETE,
    HARD_DELETE;

    /** The name on the wire, such as {@code hardDelete}. */
    public String apiName() {
        return this == HARD_DELETE ? "hardDelete" : name().toLowerCase(Locale.ROOT);
    }

    /** The operation of a name on the wire; empty for queries and unknown names. */
    public static Optional<WriteOperation> of(String apiName) {
        return Stream.of(values())
                .filter(operation -> operation.apiName().equals(apiName))
                .findFirst();
    }
}
