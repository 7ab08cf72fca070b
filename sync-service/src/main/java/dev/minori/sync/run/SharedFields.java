package dev.minori.sync.run;

import dev.minori.sync.mapping.DocumentCodes;
import dev.minori.sync.mapping.MappingDocument;
import dev.minori.sync.mapping.MappingService;
import dev.minori.sync.mapping.TableMapping;
import dev.minori.sync.raw.RawRow;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Mappings of one object may exclude different fields and join different parents. A kept row holds what any mapping that has the record reads: what
 * this run does not fetch but another mapping does stays as that one read it; what nobody fetches any more is forgotten.
 */
@ApplicationScoped
class SharedFields {
    private final RawStore raw;
    private final MappingService mappings;
    private final MappingRecords records;

    SharedFields(RawStore raw, MappingService mappings, MappingRecords records) {
        this.raw = raw;
        this.mappings = mappings;
        this.records = records;
    }

    /** The records as they are to be stored. Call it while the object is locked, in the transaction that stores. */
    List<SourceRecord> complete(RunScope scope, List<SourceRecord> read) {
        Set<String> unread = scope.document().excludedFields();
        Map<UUID, Set<String>> onlyOthers = readOnlyByOthers(scope);
        if (unread.isEmpty() && onlyOthers.isEmpty()) {
            return read;
        }
        List<String> ids = read.stream().map(SourceRecord::id).toList();
        Map<String, SourceRecord> kept = raw.load(scope.raw(), ids).stream()
                .map(RawRow::record)
                .collect(Collectors.toMap(SourceRecord::id, Function.identity()));
        if (kept.isEmpty()) {
            return read;
        }
        Map<String, Set<String>> readByOthers = byRecord(onlyOthers, List.copyOf(kept.keySet()));
        Map<String, Set<String>> forgotten = new HashMap<>();
        List<SourceRecord> complete = new ArrayList<>();
        for (SourceRecord record : read) {
            SourceRecord before = kept.get(record.id());
            if (before == null || record.deleted()) {
                complete.add(record);
                continue;
            }
            Set<String> others = readByOthers.getOrDefault(record.id(), Set.of());
            complete.add(with(record, before, others));
            Set<String> nobodys = new HashSet<>(unread);
            nobodys.removeAll(others);
            nobodys.removeAll(record.values().keySet());
            nobodys.retainAll(before.values().keySet());
            if (!nobodys.isEmpty()) {
                forgotten.put(record.id(), nobodys);
            }
        }
        if (!forgotten.isEmpty()) {
            raw.forget(scope.raw(), forgotten);
        }
        return complete;
    }

    /** The record with these fields as they were before. */
    private static SourceRecord with(SourceRecord record, SourceRecord before, Set<String> fields) {
        SortedMap<String, SourceValue> values = new TreeMap<>(before.values());
        values.keySet().retainAll(fields);
        values.putAll(record.values());
        return new SourceRecord(record.id(), record.changedAt(), record.deleted(), values);
    }

    /** Fields that this run does not fetch and another mapping of the object does, by that mapping. */
    private Map<UUID, Set<String>> readOnlyByOthers(RunScope scope) {
        Map<UUID, Set<String>> fields = new HashMap<>();
        Set<String> joined = DocumentCodes.joined(scope.document());
        for (TableMapping other : mappings.listPublished(scope.raw().connectionId())) {
            Integer version = other.publishedVersion();
            if (version == null
                    || other.id().equals(scope.mappingId())
                    || !other.objectName().equals(scope.raw().objectName())) {
                continue;
            }
            MappingDocument document = mappings.getVersion(other.id(), version).document();
            Set<String> more = new HashSet<>(scope.document().excludedFields());
            more.removeAll(document.excludedFields());
            DocumentCodes.joined(document).stream()
                    .filter(code -> !joined.contains(code))
                    .forEach(more::add);
            if (!more.isEmpty()) {
                fields.put(other.id(), more);
            }
        }
        return fields;
    }

    /** The same by record, for the records that those mappings have. */
    private Map<String, Set<String>> byRecord(Map<UUID, Set<String>> onlyOthers, List<String> ids) {
        Map<String, Set<String>> fields = new HashMap<>();
        onlyOthers.forEach((mappingId, more) -> records.findHad(mappingId, ids)
                .forEach(id -> fields.computeIfAbsent(id, _ -> new HashSet<>()).addAll(more)));
        return fields;
    }
}
