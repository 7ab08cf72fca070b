package dev.minori.sync.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.minori.kit.testing.ServiceTestResource;
import dev.minori.platform.testing.TestPostgres;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Lets requests meet that change the same row: all of them have begun and wait before the first may write. */
public final class Contention {
    private Contention() {}

    /**
     * Sends the requests while the row is held, and lets it go when all of them wait.
     *
     * @param rows a query with {@code for update} that finds what they want to change
     */
    @SafeVarargs
    public static List<Response> meet(String rows, Object parameter, Supplier<Response>... requests) {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = TestPostgres.connectAsSuperuser(
                        ServiceTestResource.database().name());
                Connection watch = TestPostgres.connectAsSuperuser(
                        ServiceTestResource.database().name())) {
            holder.setAutoCommit(false);
            hold(holder, rows, parameter);
            List<Future<Response>> sent = new ArrayList<>();
            for (Supplier<Response> request : requests) {
                sent.add(clients.submit(request::get));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting(watch) >= requests.length);
            holder.rollback();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> each : sent) {
                answers.add(each.get());
            }
            return answers;
        } catch (SQLException | ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void hold(Connection connection, String rows, Object parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(rows)) {
            select.setObject(1, parameter);
            try (ResultSet held = select.executeQuery()) {
                assertThat(held.next()).as(rows).isTrue();
            }
        }
    }

    private static int waiting(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """);
                ResultSet count = select.executeQuery()) {
            count.next();
            return count.getInt(1);
        }
    }
}
