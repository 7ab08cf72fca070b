package dev.minori.sync.run;

import dev.minori.events.Origin;
import dev.minori.kit.audit.Audit;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.quarantine.QuarantineEntry;
import dev.minori.sync.quarantine.QuarantineStore;
import dev.minori.sync.quarantine.Replays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tries quarantined rows again when a person asks for it. */
@ApplicationScoped
class QuarantineReplays implements Replays {
    private static final int CHUNK = 500;

    private final QuarantineStore quarantine;
    private final RunPreparer preparer;
    private final ChunkLander lander;
    private final Transactions transactions;
    private final Audit audit;

    QuarantineReplays(
            QuarantineStore quarantine,
            RunPreparer preparer,
            ChunkLander lander,
            Transactions transactions,
            Audit audit) {
        this.quarantine = quarantine;
        this.preparer = preparer;
        this.lander = lander;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public Outcome replay(QuarantineEntry entry) {
        return replay(entry.mappingId(), List.of(entry));
    }

    @Override
    public Outcome replayAll(@Nullable UUID mappingId, @Nullable String reason) {
        QuarantineStore.Filter filter = new QuarantineStore.Filter(mappingId, null, reason);
        int tried = 0;
        int accepted = 0;
        UUID after = null;
        while (true) {
            UUID from = after;
            List<QuarantineEntry> entries = transactions.call(() -> quarantine.list(filter, from, CHUNK));
            if (entries.isEmpty()) {
                return new Outcome(tried, accepted);
            }
            after = entries.getLast().id();
            Map<UUID, List<QuarantineEntry>> byMapping =
                    entries.stream().collect(Collectors.groupingBy(QuarantineEntry::mappingId));
            for (Map.Entry<UUID, List<QuarantineEntry>> group : byMapping.entrySet()) {
                Outcome outcome = replay(group.getKey(), group.getValue());
                tried += outcome.tried();
                accepted += outcome.accepted();
            }
        }
    }

    private Outcome replay(UUID mappingId, List<QuarantineEntry> entries) {
        UUID runId = entries.getFirst().runId();
        RunTicket ticket = new RunTicket(WorkspaceContext.current(), runId, runId, false);
        RunScope scope = preparer.scopeOf(mappingId, ticket, RunKind.INCREMENTAL, Origin.LIVE);
        List<String> recordIds = entries.stream().map(QuarantineEntry::recordId).toList();
        int accepted = transactions.call(() -> {
            int taken = lander.retry(scope, recordIds);
            audit.record(
                    "quarantine-replayed",
                    "mapping",
                    mappingId.toString(),
                    Map.of("tried", String.valueOf(entries.size()), "accepted", String.valueOf(taken)));
            return taken;
        });
        return new Outcome(entries.size(), accepted);
    }
}
