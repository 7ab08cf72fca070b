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
        try {
            for (UUID chain : QuarkusTransaction.requiringNew().call(trail::pendingChains)) {
                if (chain.equals(AuditTable.SYSTEM_CHAIN)) {
                    QuarkusTransaction.requiringNew().run(() -> seal(AuditTable.SYSTEM, chain));
                } else {
                    WorkspaceContext.run(
                            chain,
                            () -> QuarkusTransaction.requiringNew().run(() -> seal(AuditTable.WORKSPACE, chain)));
                }
            }
        } catch (RuntimeException failure) {
            Log.warnf("the audit trail was not sealed this time: %s", failure);
        }
    }

    private void seal(AuditTable table, UUID chain) {
        if (!trail.becomeSealer()) {
            return;
        }
        // The marks first: an entry that commits after this brings a mark of its own and is sealed next time.
        trail.takePending(chain);
        List<AuditEntry> entries = trail.unsealed(table, chain);
        if (entries.isEmpty()) {
            return;
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
