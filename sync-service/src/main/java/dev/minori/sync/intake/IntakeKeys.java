package dev.minori.sync.intake;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.Connection;
import dev.minori.sync.connection.ConnectionDeleted;
import dev.minori.sync.connection.ConnectionService;
import dev.minori.sync.connection.ConnectionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes, shows and revokes keys, and lets senders in by them. Two keys may live at once: that is how they are changed. */
@ApplicationScoped
public class IntakeKeys {
    /** Ten a second, each with up to a thousand records. */
    static final int CALLS_A_MINUTE = 600;

    private static final int MOST_ALIVE = 20;

    private final IntakeKeyStore store;
    private final ConnectionService connections;
    private final Audit audit;
    private final Actor actor;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IntakeKeys(IntakeKeyStore store, ConnectionService connections, Audit audit, Actor actor, Ids ids, Clock clock) {
        this.store = store;
        this.connections = connections;
        this.audit = audit;
        this.actor = actor;
        this.ids = ids;
        this.clock = clock;
    }

    /** A key just made, with the text that nobody sees again. */
    public record Issued(IntakeKey key, String text) {
        @Override
        public String toString() {
            return "Issued[" + key + "]";
        }
    }

    @Transactional
    public List<IntakeKey> list(UUID connectionId) {
        connections.get(connectionId);
        return store.list(connectionId);
    }

    /** Makes a key for a connection whose system sends its records. */
    @Transactional
    public Issued issue(UUID connectionId, String name) {
        requireHttp(connectionId);
        long alive = store.list(connectionId).stream()
                .filter(key -> !key.isRevoked())
                .count();
        if (alive >= MOST_ALIVE) {
            throw new ProblemException(
                    KitProblem.CONFLICT,
                    new Wording(
                            "有効なキーは" + MOST_ALIVE + "個までです。使わないキーを失効させてください。",
                            "A connection has " + MOST_ALIVE + " keys at most; revoke one that is not used."));
        }
        KeyText text = KeyText.make(WorkspaceContext.current(), ids.next(), random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        IntakeKey key = new IntakeKey(text.id(), connectionId, name, now, actor.subject(), null, null);
        store.add(key, text.hash());
        audit.record(
                "intake-key-made",
                "connection",
                connectionId.toString(),
                Map.of("keyId", key.id().toString(), "name", name));
        return new Issued(key, text.text());
    }

    /** Lets nobody in with the key from now on; once more changes nothing. */
    @Transactional
    public void revoke(UUID connectionId, UUID keyId) {
        connections.get(connectionId);
        IntakeKey key = store.find(keyId)
                .filter(found -> found.connectionId().equals(connectionId))
                .orElseThrow(() ->
                        ProblemException.notFound(new Wording("キーが見つかりません: " + keyId, "There is no key " + keyId)));
        if (!key.isRevoked()) {
            store.revoke(keyId, clock.instant());
            audit.record(
                    "intake-key-revoked",
                    "connection",
                    connectionId.toString(),
                    Map.of("keyId", keyId.toString(), "name", key.name()));
        }
    }

    /** Whether the key lets its holder in now; counted, whatever becomes of what is sent. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Admission admit(UUID connectionId, KeyText presented) {
        Optional<IntakeKey> key = store.find(presented.id())
                .filter(found -> found.connectionId().equals(connectionId))
                .filter(found -> !found.isRevoked());
        boolean matches =
                store.hashOf(presented.id()).filter(presented::matches).isPresent();
        if (key.isEmpty() || !matches) {
            return new Admission.Unknown();
        }
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return store.use(presented.id(), now, minute, CALLS_A_MINUTE)
                ? new Admission.Admitted()
                : new Admission.TooOften(
                        Math.max(1, 60 - Duration.between(minute, now).toSeconds()));
    }

    /** A connection whose system sends its records. */
    void requireHttp(UUID connectionId) {
        Connection connection = connections.get(connectionId);
        if (!(connection.settings() instanceof ConnectionSettings.Http)) {
            throw new ProblemException(
                    KitProblem.CONFLICT,
                    new Wording(
                            "「" + connection.name() + "」はHTTPで受け取る連携先ではありません。",
                            connection.name() + " is not a connection that is sent records by HTTP."));
        }
    }

    void on(@Observes ConnectionDeleted deleted) {
        store.forget(deleted.connectionId());
    }
}
