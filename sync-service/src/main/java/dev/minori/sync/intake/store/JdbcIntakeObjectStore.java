package dev.minori.sync.intake.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.intake.IntakeObject;
import dev.minori.sync.intake.IntakeObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcIntakeObjectStore implements IntakeObjectStore {
    private final Database database;

    JdbcIntakeObjectStore(Database database) {
        this.database = database;
    }

    @Override
    public List<IntakeObject> list(UUID connectionId) {
        return database.query(
                "select * from intake_object where workspace_id = ? and connection_id = ? order by name",
                JdbcIntakeObjectStore::object,
                WorkspaceContext.current(),
                connectionId);
    }

    @Override
    public Optional<IntakeObject> find(UUID connectionId, String name) {
        return database.one(
                "select * from intake_object where workspace_id = ? and connection_id = ? and name = ?",
                JdbcIntakeObjectStore::object,
                WorkspaceContext.current(),
                connectionId,
                name);
    }

    @Override
    public IntakeObject save(UUID connectionId, IntakeObject object) {
        long version = object.version() + 1;
        database.update(
                """
                insert into intake_object (workspace_id, connection_id, name, label, fields, version, first_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, connection_id, name) do update set label = excluded.label,
                  fields = excluded.fields, version = excluded.version
                """,
                WorkspaceContext.current(),
                connectionId,
                object.name(),
                object.label(),
                FieldsJson.write(object.fields().values()),
                version,
                object.firstAt());
        return new IntakeObject(object.name(), object.label(), version, object.firstAt(), object.fields());
    }

    @Override
    public void forget(UUID connectionId) {
        database.update(
                "delete from intake_object where workspace_id = ? and connection_id = ?",
                WorkspaceContext.current(),
                connectionId);
    }

    private static IntakeObject object(Row row) {
        return new IntakeObject(
                row.text("name"),
                row.text("label"),
                row.number("version"),
                row.instant("first_at"),
                FieldsJson.read(row.text("fields")));
    }
}
