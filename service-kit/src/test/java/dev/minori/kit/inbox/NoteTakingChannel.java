package dev.minori.kit.inbox;

import dev.minori.events.Envelope;
import dev.minori.events.PlaybookEvent;
import dev.minori.events.PlaybookEvent.AlertOpened;
import dev.minori.kit.failure.PermanentFailure;
import dev.minori.kit.failure.TransientFailure;
import dev.minori.kit.testing.Inspection;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.platform.testing.TestPostgres;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.logging.MDC;

/** Writes each message's text into a table, unless told to fail. */
@ApplicationScoped
class NoteTakingChannel implements InboundChannel<PlaybookEvent> {
    private final DataSource dataSource;
    private final AtomicInteger transientFailures = new AtomicInteger();
    private final AtomicInteger lostConnections = new AtomicInteger();
    private volatile String poison = "";
    private volatile String loggedCustomer = "";

    NoteTakingChannel(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void poison(String text) {
        poison = text;
    }

    void failTransientlyTimes(int times) {
        transientFailures.set(times);
    }

    void killConnectionTimes(int times) {
        lostConnections.set(times);
    }

    /** What log lines of the last message said of whom it concerned. */
    String loggedCustomer() {
        return loggedCustomer;
    }

    void reset() {
        poison = "";
        transientFailures.set(0);
        lostConnections.set(0);
    }

    List<String> textsOf(UUID workspaceId) {
        return Inspection.texts("select text from note where workspace_id = ? order by version", workspaceId);
    }

    @Override
    public String name() {
        return "playbook-events";
    }

    @Override
    public Class<PlaybookEvent> eventType() {
        return PlaybookEvent.class;
    }

    @Override
    public Delivery delivery() {
        return Delivery.ONCE;
    }

    @Override
    public void handle(Envelope<PlaybookEvent> message) {
        String text = ((AlertOpened) message.event()).title();
        loggedCustomer = String.valueOf(MDC.get("customerId"));
        write(text);
        if (transientFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new TransientFailure("the other service is away", null);
        }
        if (text.equals(poison)) {
            throw new PermanentFailure("poison", "cannot be applied");
        }
    }

    private void write(String text) {
        String sql = "insert into note (workspace_id, id, text, version)"
                + " select ?, ?, ?, coalesce(max(version), 0) + 1 from note";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, WorkspaceContext.current());
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, text);
            insert.executeUpdate();
            if (lostConnections.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                endBackendOf(connection);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("note not written", failed);
        }
    }

    /** The database goes away in the middle of the transaction. */
    private static void endBackendOf(Connection connection) throws SQLException {
        int pid;
        try (ResultSet row = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            row.next();
            pid = row.getInt(1);
        }
        try (Connection superuser = TestPostgres.connectAsSuperuser("postgres")) {
            superuser.createStatement().execute("select pg_terminate_backend(" + pid + ")");
        }
        connection.createStatement().execute("select 1");
    }
}
