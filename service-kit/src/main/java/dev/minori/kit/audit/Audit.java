package dev.minori.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.minori.kit.id.Ids;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.security.Actor;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The audit trail. An entry commits with the change it tells of, or not at all; within about a second the sealer chains
 * it, so that a later change, insertion or removal shows.
 */
@ApplicationScoped
public class Audit {
    private static final int SALT_BYTES = 16;

    private final AuditTrail trail;
    private final Actor actor;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Audit(AuditTrail trail, Actor actor, Ids ids, Clock clock) {
        this.trail = trail;
        this.actor = actor;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records what the actor did in the current workspace, in the current transaction.
     *
     * @param action past tense with hyphens, for example {@code mapping-published}
     * @param subjectType what it was done to, for example {@code mapping}
     * @param subjectId its id; never a name or an address: the id is not erasable
     * @param details anything else, personal values included; erasable. Never a secret.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subjectType, String subjectId, Map<String, String> details) {
        trail.append(AuditTable.WORKSPACE, entry(WorkspaceContext.current(), action, subjectType, subjectId, details));
    }

    /** Records what concerns no workspace or all of them, in the chain of the system. See {@link #record}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordForSystem(String action, String subjectType, String subjectId, Map<String, String> details) {
        trail.append(AuditTable.SYSTEM, entry(AuditTable.SYSTEM_CHAIN, action, subjectType, subjectId, details));
    }

    private AuditEntry entry(
            UUID chain, String action, String subjectType, String subjectId, Map<String, String> details) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] written = write(details);
        return new AuditEntry(
                chain,
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.subject(),
                action,
                subjectType,
                subjectId,
                salt,
                written,
                AuditEntry.digest(salt, written),
                null,
                null);
    }

    private static byte[] write(Map<String, String> details) {
        try {
            return EventJson.mapper().writeValueAsBytes(new TreeMap<>(details));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts is always writable", impossible);
        }
    }
}
