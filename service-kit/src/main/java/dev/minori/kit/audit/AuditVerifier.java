package dev.minori.kit.audit;

import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks a chain from its beginning and tells where it was tampered with. */
@ApplicationScoped
public class AuditVerifier {
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

    /** What is wrong with the trail of the current workspace; empty if nothing is. */
    @Transactional
    public List<Finding> verify() {
        return walk(AuditTable.WORKSPACE, WorkspaceContext.current());
    }

    /** What is wrong with the trail of the system; empty if nothing is. */
    @Transactional
    public List<Finding> verifySystem() {
        return walk(AuditTable.SYSTEM, AuditTable.SYSTEM_CHAIN);
    }

    private List<Finding> walk(AuditTable table, UUID chain) {
        List<Finding> findings = new ArrayList<>();
        Optional<AuditTrail.Head> head = trail.head(table, chain);
        byte[] last = AuditEntry.BEGINNING;
        long place = 0;
        List<AuditEntry> batch;
        do {
            batch = trail.sealed(table, chain, place, BATCH);
            for (AuditEntry entry : batch) {
                long found = entry.sequence() == null ? 0 : entry.sequence();
                while (++place < found) {
                    findings.add(new Finding(place, null, "missing"));
                }
                boolean follows = findings.isEmpty() || !isMissing(findings.getLast(), place - 1);
                byte[] seal = entry.seal() == null ? new byte[0] : entry.seal();
                if (follows && !MessageDigest.isEqual(entry.sealAfter(last, place), seal)) {
                    findings.add(new Finding(place, entry.entryId(), "changed"));
                } else if (!entry.hasHonestDetails()) {
                    findings.add(new Finding(place, entry.entryId(), "details-changed"));
                }
                last = seal;
            }
        } while (batch.size() == BATCH);
        checkHead(chain, head, place, last, findings);
        return findings;
    }

    private void checkHead(
            UUID chain, Optional<AuditTrail.Head> head, long place, byte[] last, List<Finding> findings) {
        if (head.isEmpty()) {
            if (place > 0) {
                findings.add(new Finding(place, null, "head-forged"));
            }
            return;
        }
        for (long missing = place + 1; missing <= head.get().sequence(); missing++) {
            findings.add(new Finding(missing, null, "missing"));
        }
        boolean atHead = place == head.get().sequence();
        if (!signature.isOurs(chain, head.get())
                || place > head.get().sequence()
                || (atHead && !MessageDigest.isEqual(last, head.get().seal()))) {
            findings.add(new Finding(head.get().sequence(), null, "head-forged"));
        }
    }

    /** What stood before a gap is unknown, so the entry after it cannot be judged by its seal. */
    private static boolean isMissing(Finding finding, long place) {
        return finding.sequence() == place && finding.what().equals("missing");
    }
}
