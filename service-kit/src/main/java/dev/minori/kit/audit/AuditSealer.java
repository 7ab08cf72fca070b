package dev.minori.kit.audit;

import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Chains the entries that were committed since. One process of a service does it at a time; writers never wait for it.
 */
@ApplicationScoped
class AuditSealer {
    /** Entries a transaction: many writers or a long stand-still must not make one that never ends. */
    static final int BATCH = 1_000;

    private final AuditTrail trail;
    private final AuditSignature signature;

    AuditSealer(AuditTrail trail, AuditSignature signature) {
        this.trail = trail;
        this.signature = signature;
    }

    @Scheduled(
            every = "${minori.audit.seal-every:1s}",
            identity = "audit-sealer",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sealAll() {
        List<UUID> chains;
        try {
            chains = QuarkusTransaction.requiringNew().call(trail::pendingChains);
        } catch (RuntimeException failure) {
            Log.warnf("the audit trails were not sealed this time: %s", failure);
            return;
        }
        chains.forEach(this::sealOne);
    }

    /** A chain that cannot be sealed now keeps its marks, and no other chain from being sealed. */
    private void sealOne(UUID chain) {
        try {
            if (chain.equals(AuditTable.SYSTEM_CHAIN)) {
                QuarkusTransaction.requiringNew().run(() -> seal(AuditTable.SYSTEM, chain));
            } else {
                WorkspaceContext.run(
                        chain, () -> QuarkusTransaction.requiringNew().run(() -> seal(AuditTable.WORKSPACE, chain)));
            }
        } catch (RuntimeException failure) {
            Log.warnf("the audit trail of %s was not sealed this time: %s", chain, failure);
        }
    }

    private void seal(AuditTable table, UUID chain) {
        if (!trail.becomeSealer()) {
            return;
        }
        // The marks first: an entry that commits after this brings a mark of its own and is sealed next time.
        trail.takePending(chain);
        List<AuditEntry> entries = trail.unsealed(table, chain, BATCH);
        if (entries.isEmpty()) {
            return;
        }
        if (entries.size() == BATCH) {
            trail.markPending(chain);
        }
        AuditTrail.Head head = trail.head(table, chain).orElse(null);
        long sequence = head == null ? 0 : head.sequence();
        byte[] last = head == null ? AuditEntry.BEGINNING : head.seal();
        for (AuditEntry entry : entries) {
            sequence++;
            last = entry.sealAfter(last, sequence);
            trail.seal(table, entry, sequence, last);
        }
        trail.moveHead(table, chain, signature.sign(chain, sequence, last));
    }
}
