package dev.minori.kit.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.sql.Database;
import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.kit.workspace.WorkspaceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whoever goes on from a mark misses nothing, whatever committed in between and in which order. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class ChangeLogComponentTest {
    private final UUID workspace = UUID.randomUUID();

    @Inject
    ChangeLog log;

    @Inject
    Database database;

    @Test
    void aNewRowAndANewVersionAreToldAndNothingElse() {
        ChangeMark start = in(log::now);
        UUID note = write("導入の打ち合わせ");
        change("update note set version = 1 where id = ?", note);
        change("update note set text = '変更' where id = ?", note);

        ChangeLog.Batch batch = in(() -> log.since(start));

        assertThat(batch.complete()).isTrue();
        assertThat(batch.changes())
                .containsExactly(new Change("note", note, 0, null, null), new Change("note", note, 1, null, null));
        assertThat(in(() -> log.since(batch.mark())).changes()).isEmpty();
    }

    @Test
    void aWriterThatCommitsLateIsToldLate() throws Exception {
        ChangeMark start = in(log::now);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        UUID slow = UUID.randomUUID();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> in(() -> {
            insert(slow);
            written.countDown();
            try {
                return go.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }));
        assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
        UUID quick = write("あとから書かれ、先に確定した");

        ChangeLog.Batch first = in(() -> log.since(start));
        go.countDown();
        writer.get(60, TimeUnit.SECONDS);
        ChangeLog.Batch second = in(() -> log.since(first.mark()));

        assertThat(first.changes()).extracting(Change::id).containsExactly(quick);
        assertThat(second.changes()).extracting(Change::id).containsExactly(slow);
    }

    @Test
    void otherWorkspacesAreNotTold() {
        ChangeMark start = in(log::now);
        write("よそには見えない");

        assertThat(in(UUID.randomUUID(), () -> log.since(start)).changes()).isEmpty();
    }

    @Test
    void tooMuchAndTooOldBeginAnew() {
        ChangeMark start = in(log::now);
        in(() -> {
            for (int i = 0; i <= ChangeLog.MOST; i++) {
                insert(UUID.randomUUID());
            }
            return true;
        });
        ChangeMark old = new ChangeMark(start.atSecond() - 3_600, start.snapshot());
        ChangeMark future = ChangeMark.parse(start.atSecond() + "~900000000000:900000000000:")
                .orElseThrow();

        assertThat(in(() -> log.since(start)).complete()).isFalse();
        assertThat(in(() -> log.since(old)).complete()).isFalse();
        assertThat(in(() -> log.since(future)).complete()).isFalse();
    }

    @Test
    void oldEntriesAreForgotten() {
        write("古くなる");
        in(() -> database.update(
                "update change_entry set recorded_at = recorded_at - interval '2 hours' where workspace_id = ?",
                workspace));
        UUID recent = write("まだ新しい");

        assertThat(in(log::forgetSome)).isFalse();
        assertThat(in(() -> database.query(
                        "select subject_id from change_entry where workspace_id = ?",
                        row -> row.uuid("subject_id"),
                        workspace)))
                .containsExactly(recent);
    }

    private UUID write(String text) {
        UUID id = UUID.randomUUID();
        in(() -> database.update("insert into note (workspace_id, id, text) values (?, ?, ?)", workspace, id, text));
        return id;
    }

    private void insert(UUID id) {
        database.update("insert into note (workspace_id, id, text) values (?, ?, 'メモ')", workspace, id);
    }

    private void change(String sql, UUID id) {
        in(() -> database.update(sql, id));
    }

    private <T> T in(Supplier<T> work) {
        return in(workspace, work);
    }

    private static <T> T in(UUID workspace, Supplier<T> work) {
        return WorkspaceContext.call(
                workspace, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
