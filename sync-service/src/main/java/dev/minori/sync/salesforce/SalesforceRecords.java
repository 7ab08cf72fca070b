package dev.minori.sync.salesforce;

import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceValue;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every Salesforce record carries. */
final class SalesforceRecords {
    private SalesforceRecords() {}

    static @Nullable Instant stamp(SourceSchema schema, Map<String, SourceValue> values) {
        String field = schema.changeField();
        return field != null && values.get(field) instanceof SourceValue.Moment(Instant moment) ? moment : null;
    }

    static boolean isDeleted(Map<String, SourceValue> values) {
        return values.get("IsDeleted") instanceof SourceValue.Flag(boolean deleted) && deleted;
    }
}
