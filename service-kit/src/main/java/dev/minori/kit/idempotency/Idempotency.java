package dev.minori.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a client repeat a write without doing it twice. The key and the answer are stored in the transaction of the write
 * itself: either both are there or neither, whatever crashes. A concurrent duplicate waits for the first to end and
 * gets its answer. Keys belong to one workspace and one actor and are kept for 24 hours.
 */
@ApplicationScoped
public class Idempotency {
    /** How long a key is remembered. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int FORGOTTEN_AT_ONCE = 50;

    private final Database database;
    private final ObjectMapper json;
    private final Actor actor;
    private final Clock clock;

    Idempotency(Database database, ObjectMapper json, Actor actor, Clock clock) {
        this.database = database;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.actor = actor;
        this.clock = clock;
    }

    private record Stored(byte[] requestDigest, byte @Nullable [] answer, Instant createdAt) {}

    /**
     * Runs the action once for the key, in the current transaction or one of its own.
     *
     * @param key the Idempotency-Key header; null runs the action without any memory
     * @param request everything the client asked for, ids from the path included; another request under the same key is
     *     refused
     * @param type the answer's type; the answer is stored as JSON
     * @throws ProblemException idempotency-key-reused (422), invalid-parameter (400) for a key that is none
     */
    @Transactional
    public <T> T once(@Nullable String key, Object request, Class<T> type, Supplier<T> action) {
        if (key == null || key.isBlank()) {
            return action.get();
        }
        requireKey(key);
        byte[] digest = digest(request, type);
        forgetOld(key);
        if (claim(key, digest)) {
            T answer = action.get();
            keep(key, answer);
            return answer;
        }
        Stored stored = find(key)
                .orElseThrow(() -> new IllegalStateException("an idempotency key vanished while it was looked at"));
        requireSame(stored, digest);
        return read(stored, type);
    }

    /**
     * The answer that was given under the key, if the action is done already. For actions that ask another system before
     * they write: look here first, ask outside of any transaction, then write with {@link #once}.
     *
     * @throws ProblemException idempotency-key-reused (422) if the key was used for another request, invalid-parameter
     *     (400) for a key that is none
     */
    @Transactional
    public <T> Optional<T> answered(@Nullable String key, Object request, Class<T> type) {
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        requireKey(key);
        Instant oldestKept = clock.instant().minus(KEPT);
        return find(key)
                .filter(stored -> !stored.createdAt().isBefore(oldestKept))
                .map(stored -> {
                    requireSame(stored, digest(request, type));
                    return read(stored, type);
                });
    }

    /**
     * For an action that is no single transaction, because it asks another system or commits piece by piece, and that may
     * be done again without harm: runs it in no transaction of ours and keeps its answer once it has come to its end. A
     * repetition after that gets the answer and does nothing; one that comes before, or after a crash, does it again.
     *
     * @throws ProblemException idempotency-key-reused (422), invalid-parameter (400) for a key that is none
     */
    public <T> T atItsEnd(@Nullable String key, Object request, Class<T> type, Supplier<T> action) {
        return answered(key, request, type).orElseGet(() -> {
            T answer = action.get();
            return once(key, request, type, () -> answer);
        });
    }

    /** Waits for a transaction that holds the same key. */
    private boolean claim(String key, byte[] digest) {
        return database.update("""
                        insert into idempotency_key (workspace_id, subject, idempotency_key, request_digest, created_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """, WorkspaceContext.current(), actor.subject(), key, digest, clock.instant()) == 1;
    }

    private void keep(String key, Object answer) {
        try {
            database.update("""
                    update idempotency_key set answer = ?
                    where workspace_id = ? and subject = ? and idempotency_key = ?
                    """, json.writeValueAsBytes(answer), WorkspaceContext.current(), actor.subject(), key);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Optional<Stored> find(String key) {
        return database.one(
                """
                select request_digest, answer, created_at from idempotency_key
                where workspace_id = ? and subject = ? and idempotency_key = ?
                """,
                row -> new Stored(row.bytes("request_digest"), row.findBytes("answer"), row.instant("created_at")),
                WorkspaceContext.current(),
                actor.subject(),
                key);
    }

    private void forgetOld(String key) {
        Instant oldestKept = clock.instant().minus(KEPT);
        database.update("""
                delete from idempotency_key
                where workspace_id = ? and subject = ? and idempotency_key = ? and created_at < ?
                """, WorkspaceContext.current(), actor.subject(), key, oldestKept);
        database.update("""
                delete from idempotency_key where workspace_id = ? and (subject, idempotency_key) in (
                  select subject, idempotency_key from idempotency_key
                  where workspace_id = ? and created_at < ? limit ? for update skip locked)
                """, WorkspaceContext.current(), WorkspaceContext.current(), oldestKept, FORGOTTEN_AT_ONCE);
    }

    private <T> T read(Stored stored, Class<T> type) {
        try {
            byte[] answer = stored.answer();
            if (answer == null) {
                throw new IllegalStateException("an idempotency key without an answer was committed");
            }
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] digest(Object request, Class<?> type) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(type.getName().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(json.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException failure) {
            throw new IllegalStateException("a request that cannot be digested", failure);
        }
    }

    private static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw invalidKey();
        }
    }

    private static void requireSame(Stored stored, byte[] digest) {
        if (!MessageDigest.isEqual(stored.requestDigest(), digest)) {
            throw reused();
        }
    }

    private static ProblemException reused() {
        Wording detail = new Wording(
                "このIdempotency-Keyは、別の内容のリクエストですでに使われています。新しいキーを使ってください。",
                "This Idempotency-Key was used for a request with another content. Use a new key.");
        return new ProblemException(
                KitProblem.IDEMPOTENCY_KEY_REUSED,
                detail,
                List.of(new FieldError("header:Idempotency-Key", "reused", detail)));
    }

    private static ProblemException invalidKey() {
        Wording detail = new Wording(
                "Idempotency-Keyは空白を含まない1から255文字のASCIIにしてください。",
                "Idempotency-Key is 1 to 255 visible ASCII characters.");
        return new ProblemException(
                KitProblem.INVALID_PARAMETER,
                detail,
                List.of(new FieldError("header:Idempotency-Key", "invalid-format", detail)));
    }
}
