package dev.minori.sync.kintone;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.ValueHygiene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code {type, value}} pairs of kintone's records. */
final class KintoneRecords {
    private KintoneRecords() {}

    static SourceRecord read(ReadPlan plan, JsonNode row) {
        SortedMap<String, SourceValue> values = new TreeMap<>();
        for (SourceField field : plan.fields()) {
            JsonNode cell = row.path(field.code());
            if (cell.isMissingNode()) {
                throw gone(field);
            }
            SourceValue value = value(field.type(), cell.path("value"));
            if (value != null) {
                values.put(field.code(), value);
            }
        }
        return new SourceRecord(row.path("$id").path("value").asText(), stamp(plan, values), false, values);
    }

    /**
     * kintone says nothing about a field that is asked for and does not exist, or may not be seen, any more: taking it for
     * empty would empty it in every record.
     */
    private static SourceException gone(SourceField field) {
        return new SourceException(
                SourceFailure.REFUSED,
                new Wording(
                        "kintoneのフィールド「" + field.label() + "」(" + field.code() + ")が削除されたか、閲覧できなくなりました。",
                        "kintone's field " + field.code() + " was removed or can no longer be seen."));
    }

    static SourceRecord idOnly(JsonNode row) {
        return new SourceRecord(row.path("$id").path("value").asText(), null, false, new TreeMap<>());
    }

    private static @Nullable SourceValue value(SourceType type, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isTextual() || value.isNumber() || value.isBoolean()) {
            String text = value.asText();
            return text.isEmpty() ? null : ValueHygiene.read(text, type);
        }
        if (value.isArray() && type == SourceType.TEXTS) {
            List<String> texts = new ArrayList<>();
            value.forEach(item -> texts.add(item.isTextual() ? item.asText() : code(item)));
            if (texts.stream().anyMatch(ValueHygiene::isUnstorable)) {
                return new SourceValue.Unreadable(value.toString(), type);
            }
            return texts.isEmpty() ? null : new SourceValue.Texts(texts);
        }
        if (value.isObject() && type == SourceType.TEXT) {
            return ValueHygiene.read(code(value), type);
        }
        return value.isEmpty() ? null : new SourceValue.Structure(value.toString());
    }

    /** Users, organisations and groups are {@code {code, name}}; the code stays when the name changes. */
    private static String code(JsonNode person) {
        return person.path("code").asText();
    }

    private static @Nullable Instant stamp(ReadPlan plan, SortedMap<String, SourceValue> values) {
        String field = plan.schema().changeField();
        return field != null && values.get(field) instanceof SourceValue.Moment(Instant moment) ? moment : null;
    }
}
