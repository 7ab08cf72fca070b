package dev.minori.sync.intake.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.kit.problem.Wording;
import dev.minori.sync.intake.Finding;
import dev.minori.sync.intake.Incoming;
import dev.minori.sync.intake.IntakeObject;
import dev.minori.sync.source.SourceType;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.ValueHygiene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one record. Values keep the types that JSON gives them; empty ones are left out, as of every source. */
final class EventReader {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_CODE = 200;

    private final int index;
    private @Nullable String id;

    private EventReader(int index) {
        this.index = index;
    }

    static Incoming read(int index, JsonNode node) {
        return new EventReader(index).read(node);
    }

    /** What is said of a line that is not JSON. */
    static Incoming unreadable(int index, String why) {
        return new EventReader(index)
                .refused(null, "malformed-json", "JSONとして読めません: " + why, "This is not JSON: " + why);
    }

    private Incoming read(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return refused(null, "not-an-object", "レコードはJSONのオブジェクトで送ってください。", "A record is a JSON object.");
        }
        id = id(object.path(IntakeObject.ID));
        if (id == null) {
            return refused(
                    IntakeObject.ID,
                    "id-missing",
                    "idには、1～" + LONGEST_ID + "文字の文字列か整数を指定してください。",
                    "Give an id: a text of 1 to " + LONGEST_ID + " characters, or a whole number.");
        }
        SortedMap<String, SourceValue> values = new TreeMap<>();
        values.put(IntakeObject.ID, new SourceValue.Text(id));
        Instant updatedAt = null;
        JsonNode stamp = object.path(IntakeObject.STAMP);
        if (!stamp.isMissingNode() && !stamp.isNull()) {
            if (!(ValueHygiene.read(stamp.asText(), SourceType.MOMENT) instanceof SourceValue.Moment moment)) {
                return refused(
                        IntakeObject.STAMP,
                        "not-a-moment",
                        "updatedAtは2026-11-22T09:00:00Zのような日時です。",
                        "updatedAt is a date and time such as 2026-11-22T09:00:00Z.");
            }
            updatedAt = moment.moment();
            values.put(IntakeObject.STAMP, moment);
        }
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String code = property.getKey();
            if (code.equals(IntakeObject.ID) || code.equals(IntakeObject.STAMP)) {
                continue;
            }
            if (code.isBlank() || code.length() > LONGEST_CODE || ValueHygiene.isUnstorable(code)) {
                return refused(null, "field-name", "使えない項目名があります。", "The name of a field cannot be used.");
            }
            SourceValue value = value(property.getValue());
            if (value != null) {
                values.put(code, value);
            }
        }
        return new Incoming.Event(index, id, updatedAt, values);
    }

    private static @Nullable String id(JsonNode node) {
        boolean usable = node.isTextual() || node.isIntegralNumber();
        String text = usable ? node.asText() : "";
        return text.isBlank() || text.length() > LONGEST_ID || ValueHygiene.isUnstorable(text) ? null : text;
    }

    private static @Nullable SourceValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.asText().isEmpty() ? null : ValueHygiene.read(node.asText(), SourceType.TEXT);
            case NUMBER -> ValueHygiene.read(node.decimalValue().toString(), SourceType.NUMBER);
            case BOOLEAN -> new SourceValue.Flag(node.asBoolean());
            case ARRAY -> node.isEmpty() ? null : list(node);
            case OBJECT -> node.isEmpty() ? null : ValueHygiene.read(node.toString(), SourceType.STRUCTURE);
            case NULL, MISSING -> null;
            case BINARY, POJO -> throw new IllegalStateException("JSON has no such value");
        };
    }

    private static SourceValue list(JsonNode node) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : node) {
            if (!element.isTextual()) {
                return ValueHygiene.read(node.toString(), SourceType.STRUCTURE);
            }
            texts.add(element.asText());
        }
        return texts.stream().anyMatch(ValueHygiene::isUnstorable)
                ? new SourceValue.Unreadable(node.toString(), SourceType.TEXTS)
                : new SourceValue.Texts(texts);
    }

    private Incoming refused(@Nullable String field, String reason, String ja, String en) {
        return new Incoming.Refused(new Finding(index, id, Finding.Kind.REJECTED, field, reason, new Wording(ja, en)));
    }
}
