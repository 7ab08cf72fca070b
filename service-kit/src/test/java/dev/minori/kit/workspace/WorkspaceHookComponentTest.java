package dev.minori.kit.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.kit.testing.ServiceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A statement without a workspace fails however it gets to the database; with one it sees that workspace only. */
@QuarkusTest
@QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "kit"))
class WorkspaceHookComponentTest {
    private static final String REFUSED = "minori.workspace|invalid input syntax for type uuid|no workspace is bound";

    private final UUID mine = UUID.randomUUID();
    private final UUID others = UUID.randomUUID();

    @Inject
    Notes notes;

    @Test
    void eachWorkspaceSeesItsOwnRowsInEveryWay() {
        WorkspaceContext.run(mine, () -> notes.add("鈴木様に電話"));
        WorkspaceContext.run(others, () -> notes.add("他社のメモ"));
        WorkspaceContext.run(others, () -> notes.add("他社のメモ2"));

        assertThat(WorkspaceContext.call(mine, notes::countByOrm)).isEqualTo(1);
        assertThat(in(mine, notes::countByJdbc)).isEqualTo(1);
        assertThat(in(mine, notes::countInNewTransaction)).isEqualTo(1);
        assertThat(in(others, notes::countByJdbc)).isEqualTo(2);
        assertThat(scheduled(() -> in(others, notes::countByJdbc))).isEqualTo(2L);
    }

    @Test
    void withoutWorkspaceEveryPathFails() {
        assertThatThrownBy(notes::countByOrm).hasStackTraceContaining("no workspace is bound");
        assertThatThrownBy(notes::countByJdbc).hasMessageFindingMatch(REFUSED);
        assertThatThrownBy(notes::countInNewTransaction).hasMessageFindingMatch(REFUSED);
        assertThatThrownBy(() -> notes.add("迷子")).hasStackTraceContaining("no workspace is bound");
        assertThat(scheduled(() -> unchecked(notes::countByJdbc)))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.THROWABLE)
                .rootCause()
                .hasMessageFindingMatch(REFUSED);
    }

    @Test
    void aConnectionThatServedAWorkspaceRemembersNothing() {
        for (int i = 0; i < 30; i++) {
            in(mine, notes::countByJdbc);
        }
        assertThatThrownBy(notes::countByJdbc).hasMessageFindingMatch(REFUSED);
    }

    @Test
    void outsideOfATransactionNothingIsBound() {
        assertThatThrownBy(() -> in(mine, notes::countOutsideOfTransaction))
                .rootCause()
                .hasMessageFindingMatch(REFUSED);
    }

    @Test
    void writingForAnotherWorkspaceIsRefused() {
        assertThatThrownBy(() -> in(mine, () -> {
                    notes.addFor(others, UUID.randomUUID());
                    return null;
                }))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void anotherWorkspaceInsideOfOneIsRefused() {
        assertThatThrownBy(() -> WorkspaceContext.run(mine, () -> WorkspaceContext.run(others, () -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEmptyTableIsNoEmptyWorldEither() throws SQLException {
        try (Connection connection =
                        ServiceTestResource.database().connect(dev.minori.platform.postgres.ServiceDatabase.Role.APP);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from parked_key"))
                    .hasMessageFindingMatch(REFUSED);
        }
    }

    private static Object scheduled(Supplier<Object> work) {
        Notes.OUTCOMES.clear();
        Notes.SCHEDULED.add(work);
        Awaitility.await("the scheduler's turn").until(() -> !Notes.OUTCOMES.isEmpty());
        return Notes.OUTCOMES.poll();
    }

    private static <T> T in(UUID workspaceId, Callable<T> work) {
        return WorkspaceContext.call(workspaceId, () -> unchecked(work));
    }

    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
