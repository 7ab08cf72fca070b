package dev.minori.sync.mapping;

import dev.minori.events.fact.TargetSchema;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.platform.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a mapping over its versions, and the way back to one of them. */
@ApplicationScoped
public class MappingHistory {
    private final MappingService mappings;
    private final ConnectionService connections;
    private final Transactions transactions;

    MappingHistory(MappingService mappings, ConnectionService connections, Transactions transactions) {
        this.mappings = mappings;
        this.connections = connections;
        this.transactions = transactions;
    }

    /**
     * Takes an earlier version up again: as the draft, whatever the draft was, and as a new version. The source may have
     * changed since, so the document is checked against it first; call it outside of any transaction.
     */
    public MappingVersion restore(UUID id, int version, @Nullable String ifMatch, String by) {
        TableMapping mapping = mappings.get(id);
        MappingVersion wanted = mappings.getVersion(id, version);
        String connection = connections.get(mapping.connectionId()).name();
        MappingService.Checked checked = mappings.check(wanted.document().withConnection(connection));
        return transactions.call(() -> mappings.restore(id, version, checked, ifMatch, by));
    }

    /** The fields that the published version fills; none before the first publication. */
    public List<KnownField> knownFields(UUID id) {
        List<MappingVersion> versions = mappings.listVersions(id, Integer.MAX_VALUE, Integer.MAX_VALUE);
        if (versions.isEmpty()) {
            return List.of();
        }
        MappingDocument current = versions.getFirst().document();
        TargetSchema schema = TargetSchema.of(current.dataset());
        List<KnownField> known = new ArrayList<>();
        for (TargetSchema.Field field : schema.fields()) {
            if (fills(versions.getFirst(), field)) {
                MappingVersion first = firstOf(versions, field);
                known.add(new KnownField(field, first.version(), first.publishedAt()));
            }
        }
        return known;
    }

    /** The oldest version from which on every one fills the field. */
    private static MappingVersion firstOf(List<MappingVersion> newestFirst, TargetSchema.Field field) {
        MappingVersion first = newestFirst.getFirst();
        for (MappingVersion version : newestFirst) {
            if (!fills(version, field)) {
                break;
            }
            first = version;
        }
        return first;
    }

    private static boolean fills(MappingVersion version, TargetSchema.Field field) {
        return version.document().fields().stream()
                .anyMatch(mapping -> mapping.target().equals(field.name()));
    }
}
