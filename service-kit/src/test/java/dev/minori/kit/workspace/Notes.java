package dev.minori.kit.workspace;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Tenant data, reached in every way a service reaches it. */
@ApplicationScoped
class Notes {
    /** What the scheduler's method does next, and what came of it. */
    static final ConcurrentLinkedQueue<Supplier<Object>> SCHEDULED = new ConcurrentLinkedQueue<>();

    static final ConcurrentLinkedQueue<Object> OUTCOMES = new ConcurrentLinkedQueue<>();

    private final EntityManager entities;
    private final DataSource dataSource;

    Notes(EntityManager entities, DataSource dataSource) {
        this.entities = entities;
        this.dataSource = dataSource;
    }

    @Transactional
    public UUID add(String text) {
        NoteEntity note = new NoteEntity();
        note.id = UUID.randomUUID();
        note.text = text;
        entities.persist(note);
        return note.id;
    }

    @Transactional
    public long countByOrm() {
        return entities.createQuery("select count(n) from NoteEntity n", Long.class)
                .getSingleResult();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public long countInNewTransaction() throws SQLException {
        return count();
    }

    @Transactional
    public long countByJdbc() throws SQLException {
        return count();
    }

    /** Forgets the transaction. */
    public long countOutsideOfTransaction() throws SQLException {
        return count();
    }

    @Transactional
    public void addFor(UUID workspaceId, UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into note (workspace_id, id, text) values (?, ?, 'x')")) {
            insert.setObject(1, workspaceId);
            insert.setObject(2, id);
            insert.executeUpdate();
        }
    }

    @Scheduled(every = "1s")
    void tick() {
        Supplier<Object> next = SCHEDULED.poll();
        if (next != null) {
            try {
                OUTCOMES.add(next.get());
            } catch (RuntimeException failed) {
                OUTCOMES.add(failed);
            }
        }
    }

    private long count() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select count(*) from note");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
