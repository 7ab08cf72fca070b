package dev.minori.sync.mapping.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.minori.sync.mapping.MappingDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two mappings as people read them: member by member, target field by target field. */
public final class DocumentDifferences {
    private static final String FIELDS = "fields";
    private static final String TARGET = "target";

    private DocumentDifferences() {}

    /** What differs, in the order of the later document; what it no longer has comes last. */
    public static List<DocumentDifference> between(MappingDocument before, MappingDocument after) {
        ObjectNode old = MappingWriter.write(before);
        ObjectNode now = MappingWriter.write(after);
        List<DocumentDifference> differences = new ArrayList<>();
        for (String part : names(now, old)) {
            if (part.equals(FIELDS)) {
                addFields(old, now, differences);
            } else {
                add(part, null, old.get(part), now.get(part), differences);
            }
        }
        return differences;
    }

    private static void addFields(ObjectNode old, ObjectNode now, List<DocumentDifference> differences) {
        Map<String, JsonNode> was = byTarget(old);
        Map<String, JsonNode> is = byTarget(now);
        Set<String> targets = new LinkedHashSet<>(is.keySet());
        targets.addAll(was.keySet());
        targets.forEach(target -> add(FIELDS, target, was.get(target), is.get(target), differences));
    }

    private static Map<String, JsonNode> byTarget(ObjectNode document) {
        Map<String, JsonNode> byTarget = new LinkedHashMap<>();
        for (JsonNode entry : document.path(FIELDS)) {
            ObjectNode source = entry.deepCopy();
            source.remove(TARGET);
            byTarget.put(entry.path(TARGET).asText(), source);
        }
        return byTarget;
    }

    private static Set<String> names(ObjectNode now, ObjectNode old) {
        Set<String> names = new LinkedHashSet<>();
        now.fieldNames().forEachRemaining(names::add);
        old.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void add(
            String part,
            @Nullable String target,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            List<DocumentDifference> differences) {
        if (!Objects.equals(before, after)) {
            differences.add(new DocumentDifference(part, target, text(before), text(after)));
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }
}
