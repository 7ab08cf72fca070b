package dev.minori.scoring.segment;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.history.ChangedCustomers;
import dev.minori.scoring.segment.SegmentStore.SegmentHead;
import dev.minori.scoring.segment.SegmentStore.SegmentVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Draws up, changes and publishes segments of the bound workspace, and tells who is in them. */
@ApplicationScoped
@Transactional
public class SegmentCatalog {
    private final SegmentStore store;
    private final StayStore stays;
    private final SegmentRules rules;
    private final ChangedCustomers changed;
    private final Ids ids;
    private final Audit audit;
    private final Clock clock;

    SegmentCatalog(
            SegmentStore store,
            StayStore stays,
            SegmentRules rules,
            ChangedCustomers changed,
            Ids ids,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.stays = stays;
        this.rules = rules;
        this.changed = changed;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    public List<SegmentHead> list(UUID workspaceId) {
        return store.list(workspaceId);
    }

    /** The segment with this id or key. */
    public SegmentHead get(UUID workspaceId, String idOrKey) {
        return find(workspaceId, idOrKey)
                .orElseThrow(
                        () -> ProblemException.notFound(new Wording("セグメントが見つかりません。", "There is no such segment.")));
    }

    /** Its versions, newest first. */
    public List<SegmentVersion> versions(UUID workspaceId, String idOrKey) {
        return store.versions(workspaceId, get(workspaceId, idOrKey).id());
    }

    public SegmentVersion version(UUID workspaceId, String idOrKey, int number) {
        return versions(workspaceId, idOrKey).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(new Wording("この版はありません。", "There is no such version.")));
    }

    /**
     * Keeps a document as the segment's draft: a new version, or the draft that is there. A document equal to the newest
     * version changes nothing.
     */
    public SegmentVersion save(UUID workspaceId, Segment segment, String by) {
        List<FieldError> errors = rules.check(segment);
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    KitProblem.INVALID_REQUEST,
                    new Wording(
                            "セグメントに" + errors.size() + "件の誤りがあります。",
                            "The segment has " + errors.size() + " mistake(s)."),
                    errors);
        }
        UUID id = store.findByKey(workspaceId, segment.key())
                .map(SegmentHead::id)
                .orElseGet(() -> {
                    UUID made = ids.next();
                    store.add(workspaceId, made, segment, clock.instant());
                    return made;
                });
        List<SegmentVersion> versions = store.versions(workspaceId, id);
        if (!versions.isEmpty() && versions.getFirst().segment().equals(segment)) {
            return versions.getFirst();
        }
        int number = versions.isEmpty()
                ? 1
                : versions.getFirst().number() + (versions.getFirst().published() ? 1 : 0);
        store.saveDraft(workspaceId, id, number, segment, by, clock.instant());
        audit.record("segment-drafted", "segment", id.toString(), Map.of("number", Integer.toString(number)));
        return version(workspaceId, id.toString(), number);
    }

    /** Publishes a version; every customer is judged again, silently. Publishing it again changes nothing. */
    public SegmentVersion publish(UUID workspaceId, String idOrKey, int number) {
        SegmentVersion version = version(workspaceId, idOrKey, number);
        if (!version.published()) {
            store.publish(workspaceId, version.segmentId(), number, clock.instant());
            audit.record(
                    "segment-published",
                    "segment",
                    version.segmentId().toString(),
                    Map.of("number", Integer.toString(number)));
            changed.requestSweep(workspaceId, ChangedCustomers.Urgency.LOAD);
        }
        return version(workspaceId, version.segmentId().toString(), number);
    }

    /** Members now, after a membership id. */
    public List<Stay> members(UUID workspaceId, String idOrKey, UUID after, int limit) {
        return stays.members(workspaceId, get(workspaceId, idOrKey).id(), after, limit);
    }

    /** Stays that began silently, newest first, after a position: what would have been told, had it been news. */
    public List<Stay> wouldHaveFired(UUID workspaceId, String idOrKey, Instant before, UUID beforeId, int limit) {
        return stays.enteredSilently(workspaceId, get(workspaceId, idOrKey).id(), before, beforeId, limit);
    }

    private Optional<SegmentHead> find(UUID workspaceId, String idOrKey) {
        try {
            return store.find(workspaceId, UUID.fromString(idOrKey));
        } catch (IllegalArgumentException _) {
            return store.findByKey(workspaceId, idOrKey);
        }
    }
}
