package dev.minori.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.sql.Database;
import dev.minori.kit.testing.Inspection;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.platform.testing.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class IdempotencyComponentTest {
    /** What the write under test answers. */
    public record Made(UUID id, String name) {}

    /** The common pool has one thread on a small machine: two waiting writers would wait for each other. */
    private static final Executor THREADS = command -> new Thread(command).start();

    private final UUID workspace = UUID.randomUUID();
    private final AtomicInteger runs = new AtomicInteger();

    @Inject
    Idempotency idempotency;

    @Inject
    Database database;

    @Test
    void repetitionGetsTheStoredAnswerAndDoesNothing() {
        Made first = make(workspace, "key-1", "株式会社こもれび");
        Made again = make(workspace, "key-1", "株式会社こもれび");
        assertThat(again).isEqualTo(first);
        assertThat(runs).hasValue(1);
        assertThat(notes(workspace)).isEqualTo(1);
        assertThat(make(workspace, "key-2", "株式会社こもれび").id()).isNotEqualTo(first.id());
    }

    @Test
    void otherContentUnderTheSameKeyIsRefused() {
        make(workspace, "key-1", "株式会社こもれび");
        assertThatThrownBy(() -> make(workspace, "key-1", "あすなろ食品株式会社"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(KitProblem.IDEMPOTENCY_KEY_REUSED));
        assertThat(runs).hasValue(1);
    }

    @Test
    void anotherWorkspaceMayUseTheSameKey() {
        UUID other = UUID.randomUUID();
        assertThat(make(workspace, "key-1", "一").id())
                .isNotEqualTo(make(other, "key-1", "二").id());
        assertThat(runs).hasValue(2);
    }

    @Test
    void failedWriteForgetsItsKeySoThatItCanBeTriedAgain() {
        assertThatThrownBy(() -> WorkspaceContext.run(
                        workspace,
                        () -> idempotency.once("key-1", Map.of("name", "株式会社こもれび"), Made.class, () -> {
                            note("株式会社こもれび");
                            throw new IllegalStateException("stopped before the end");
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(notes(workspace)).isZero();
        make(workspace, "key-1", "株式会社こもれび");
        assertThat(notes(workspace)).isEqualTo(1);
    }

    /** The connection dies after the write and before the commit, as in a crash of the process. */
    @Test
    void crashBetweenWriteAndCommitLeavesNeither() {
        assertThatThrownBy(() -> WorkspaceContext.run(
                        workspace,
                        () -> idempotency.once("key-1", Map.of("name", "株式会社こもれび"), Made.class, () -> {
                            Made made = write("株式会社こもれび");
                            endOwnBackend();
                            return made;
                        })))
                .isInstanceOf(RuntimeException.class);
        assertThat(notes(workspace)).isZero();
        assertThat(rows(workspace)).isZero();
        make(workspace, "key-1", "株式会社こもれび");
        assertThat(notes(workspace)).isEqualTo(1);
    }

    @Test
    void concurrentDuplicateWaitsAndGetsTheSameAnswer() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Made> first = CompletableFuture.supplyAsync(
                () -> WorkspaceContext.call(
                        workspace,
                        () -> idempotency.once("key-1", Map.of("name", "株式会社こもれび"), Made.class, () -> {
                            inside.countDown();
                            await(mayEnd);
                            return write("株式会社こもれび");
                        })),
                THREADS);
        await(inside);
        CompletableFuture<Made> second =
                CompletableFuture.supplyAsync(() -> make(workspace, "key-1", "株式会社こもれび"), THREADS);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(waitingBackends()).isPositive());
        assertThat(second).isNotDone();
        mayEnd.countDown();
        assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo(first.get(60, TimeUnit.SECONDS));
        assertThat(notes(workspace)).isEqualTo(1);
    }

    @Test
    void concurrentDuplicateOfAFailureRunsItself() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(
                () -> WorkspaceContext.run(
                        workspace,
                        () -> idempotency.once("key-1", Map.of("name", "株式会社こもれび"), Made.class, () -> {
                            inside.countDown();
                            await(mayEnd);
                            throw new IllegalStateException("the first one fails");
                        })),
                THREADS);
        await(inside);
        CompletableFuture<Made> second =
                CompletableFuture.supplyAsync(() -> make(workspace, "key-1", "株式会社こもれび"), THREADS);
        mayEnd.countDown();
        assertThat(second.get(60, TimeUnit.SECONDS).name()).isEqualTo("株式会社こもれび");
        assertThat(first).isCompletedExceptionally();
        assertThat(notes(workspace)).isEqualTo(1);
    }

    @Test
    void keyIsForgottenAfterADay() {
        Made first = make(workspace, "key-1", "株式会社こもれび");
        make(workspace, "key-old", "株式会社こもれび");
        age(workspace, "23 hours");
        assertThat(make(workspace, "key-1", "株式会社こもれび")).isEqualTo(first);
        age(workspace, "2 hours");
        assertThat(make(workspace, "key-1", "あすなろ食品株式会社")).isNotEqualTo(first);
        assertThat(rows(workspace)).as("the other old key is gone too").isEqualTo(1);
    }

    @Test
    void withoutAKeyNothingIsRemembered() {
        assertThat(make(workspace, null, "一")).isNotEqualTo(make(workspace, null, "一"));
        assertThat(rows(workspace)).isZero();
        assertThatThrownBy(() -> make(workspace, "two words", "一")).isInstanceOf(ProblemException.class);
    }

    private Made make(UUID workspaceId, String key, String name) {
        return WorkspaceContext.call(
                workspaceId, () -> idempotency.once(key, Map.of("name", name), Made.class, () -> write(name)));
    }

    private Made write(String name) {
        runs.incrementAndGet();
        note(name);
        return new Made(UUID.randomUUID(), name);
    }

    private void note(String text) {
        database.update(
                "insert into note (workspace_id, id, text, version) values (?, ?, ?, 0)",
                WorkspaceContext.current(),
                UUID.randomUUID(),
                text);
    }

    private void endOwnBackend() {
        int pid = database.one("select pg_backend_pid() as pid", row -> row.integer("pid"))
                .orElseThrow();
        try (Connection superuser = TestPostgres.connectAsSuperuser("postgres")) {
            superuser.createStatement().execute("select pg_terminate_backend(" + pid + ")");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long notes(UUID workspaceId) {
        return Inspection.number("select count(*) from note where workspace_id = ?", workspaceId);
    }

    private long rows(UUID workspaceId) {
        return Inspection.number("select count(*) from idempotency_key where workspace_id = ?", workspaceId);
    }

    private long waitingBackends() {
        return Inspection.number(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%idempotency_key%'"
                        + " and datname = current_database()");
    }

    private static void age(UUID workspaceId, String interval) {
        Inspection.update(
                "update idempotency_key set created_at = created_at - ?::interval where workspace_id = ?",
                interval,
                workspaceId);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
