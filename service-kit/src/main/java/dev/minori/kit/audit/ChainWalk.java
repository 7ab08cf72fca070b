package dev.minori.kit.audit;

import dev.minori.kit.audit.AuditVerifier.Finding;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Passes the entries of a chain in order and notes what does not follow. */
final class ChainWalk {
    private final int maxFindings;
    private final List<Finding> findings = new ArrayList<>();
    private byte[] last = AuditEntry.BEGINNING;
    private long place;
    private long entries;

    ChainWalk(int maxFindings) {
        this.maxFindings = maxFindings;
    }

    /** The last place that was passed. */
    long place() {
        return place;
    }

    /** How many entries were passed. */
    long entries() {
        return entries;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The next sealed entry. */
    void pass(AuditEntry entry) {
        long found = entry.sequence() == null ? 0 : entry.sequence();
        // What stood before a gap is unknown, so the entry after it cannot be judged by its seal.
        boolean follows = found == place + 1;
        missing(place + 1, found);
        place = found;
        entries++;
        byte[] seal = entry.seal() == null ? new byte[0] : entry.seal();
        if (follows && !MessageDigest.isEqual(entry.sealAfter(last, place), seal)) {
            note(place, entry.entryId(), "changed");
        } else if (!entry.hasHonestDetails()) {
            note(place, entry.entryId(), "details-changed");
        }
        last = seal;
    }

    /** No entry is left: the chain must end where its signed head says. */
    void end(Optional<AuditTrail.Head> head, boolean signed) {
        if (head.isEmpty()) {
            if (entries > 0) {
                note(place, null, "head-forged");
            }
            return;
        }
        long end = head.get().sequence();
        missing(place + 1, end + 1);
        boolean elsewhere =
                place == end && !MessageDigest.isEqual(last, head.get().seal());
        if (!signed || place > end || elsewhere) {
            note(end, null, "head-forged");
        }
    }

    private void missing(long from, long to) {
        for (long absent = from; absent < to && findings.size() < maxFindings; absent++) {
            note(absent, null, "missing");
        }
    }

    private void note(long sequence, @Nullable UUID entryId, String what) {
        if (findings.size() < maxFindings) {
            findings.add(new Finding(sequence, entryId, what));
        }
    }
}
