package dev.minori.sync.run;

import dev.minori.kit.erasure.ErasureLedger;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.erasure.ErasedFields;
import dev.minori.sync.erasure.Redaction;
import dev.minori.sync.raw.FactIds;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.source.SourceRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Keeps out what a person had erased: whole records by the ledger, fields of others' records by name. */
@ApplicationScoped
public class ErasureWall {
    private final ErasureLedger ledger;
    private final ErasedFields fields;

    ErasureWall(ErasureLedger ledger, ErasedFields fields) {
        this.ledger = ledger;
        this.fields = fields;
    }

    /** What of the records may be stored. Call it while the object is locked, in the transaction that stores. */
    public List<SourceRecord> allowed(RawKey key, List<SourceRecord> records) {
        Map<String, UUID> factIds = new HashMap<>();
        records.forEach(record -> factIds.put(record.id(), FactIds.of(WorkspaceContext.current(), key, record.id())));
        Set<UUID> erased = ledger.erasedAmong(factIds.values());
        Map<String, Set<String>> emptied = fields.of(key, factIds.keySet());
        return records.stream()
                .filter(record -> !erased.contains(factIds.get(record.id())))
                .map(record ->
                        emptied.containsKey(record.id()) ? Redaction.of(record, emptied.get(record.id())) : record)
                .toList();
    }
}
