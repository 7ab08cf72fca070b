package dev.minori.kit.audit;

import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks a chain from its beginning and tells where it was tampered with. A batch a transaction, so that a long trail
 * holds nothing for long; entries sealed while it walks are walked too.
 */
@ApplicationScoped
public class AuditVerifier {
    /** Findings beyond this many are not told: the trail is not to be trusted anyway. */
    public static final int MAX_FINDINGS = 100;

    private static final int BATCH = 1_000;

    private final AuditTrail trail;
    private final AuditSignature signature;

    AuditVerifier(AuditTrail trail, AuditSignature signature) {
        this.trail = trail;
        this.signature = signature;
    }

    /**
     * One place where the trail is not as it was written.
     *
     * @param sequence the place in the chain
     * @param entryId the entry that stands there; null if none does
     * @param what {@code changed}, {@code details-changed}, {@code missing}, {@code head-forged}
     */
    public record Finding(long sequence, @Nullable UUID entryId, String what) {}

    /**
     * What a walk came to.
     *
     * @param sealedEntries entries found in the chain
     * @param unsealedEntries entries that the sealer has not reached yet; nothing proves those
     * @param findings what is wrong, in the order of the chain, at most {@link #MAX_FINDINGS}
     */
    public record Verification(long sealedEntries, long unsealedEntries, List<Finding> findings) {
        public Verification {
            findings = List.copyOf(findings);
        }

        /** Whether every sealed entry is as it was written and none is missing. */
        public boolean holds() {
            return findings.isEmpty();
        }
    }

    /** Walks the trail of the current workspace. Not inside of a transaction: it makes its own. */
    public Verification verify() {
        return walk(AuditTable.WORKSPACE, WorkspaceContext.current());
    }

    /** Walks the trail of the system. Not inside of a transaction: it makes its own. */
    public Verification verifySystem() {
        return walk(AuditTable.SYSTEM, AuditTable.SYSTEM_CHAIN);
    }

    private Verification walk(AuditTable table, UUID chain) {
        ChainWalk walk = new ChainWalk(MAX_FINDINGS);
        while (!QuarkusTransaction.requiringNew().call(() -> step(table, chain, walk))) {
            // the next batch
        }
        long unsealed = QuarkusTransaction.requiringNew().call(() -> trail.unsealedCount(table, chain));
        return new Verification(walk.entries(), unsealed, walk.findings());
    }

    /** Walks a batch; true at the end. The lock makes the last batch and the head one picture. */
    private boolean step(AuditTable table, UUID chain, ChainWalk walk) {
        trail.holdSealers();
        List<AuditEntry> batch = trail.sealed(table, chain, walk.place(), BATCH);
        batch.forEach(walk::pass);
        if (batch.size() == BATCH) {
            return false;
        }
        Optional<AuditTrail.Head> head = trail.head(table, chain);
        walk.end(head, head.map(known -> signature.isOurs(chain, known)).orElse(false));
        return true;
    }
}
