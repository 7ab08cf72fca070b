package dev.minori.simulators.salesforce.record;

import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.schema.Field;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.RecordType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record type and the currency of a record. */
final class RecordDefaults {

    private RecordDefaults() {}

    /** What a record gets that names neither its type nor its currency. */
    static void complete(ObjectType object, Map<String, @Nullable Object> columns) {
        object.recordTypes().stream()
                .filter(RecordType::byDefault)
                .findFirst()
                .ifPresent(type -> columns.putIfAbsent(ObjectType.RECORD_TYPE, type.requiredId()));
        object.field(ObjectType.CURRENCY)
                .filter(field -> !field.values().isEmpty())
                .ifPresent(field ->
                        columns.putIfAbsent(field.name(), field.values().getFirst()));
    }

    /** A record type must be one of the object's own. */
    static void checkRecordType(ObjectType object, Map<Field, @Nullable Object> given) {
        given.forEach((field, value) -> {
            boolean wrong = field.name().equals(ObjectType.RECORD_TYPE)
                    && value != null
                    && object.recordTypes().stream()
                            .noneMatch(type -> type.requiredId().equals(value));
            if (wrong) {
                throw new SalesforceFault(
                        400,
                        "INVALID_CROSS_REFERENCE_KEY",
                        "Record Type ID: this ID value isn't valid for the user: " + value,
                        List.of(ObjectType.RECORD_TYPE));
            }
        });
    }
}
