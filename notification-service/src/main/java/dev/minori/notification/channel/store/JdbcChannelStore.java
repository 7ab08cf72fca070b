package dev.minori.notification.channel.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.channel.ChannelKind;
import dev.minori.notification.channel.ChannelStore;
import dev.minori.notification.channel.MessagingChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcChannelStore implements ChannelStore {
    private static final String SELECT =
            "select id, kind, name, host, disabled_reason, version from messaging_channel where workspace_id = ?";

    private final Database database;

    JdbcChannelStore(Database database) {
        this.database = database;
    }

    @Override
    public List<MessagingChannel> list(String behindName, UUID behindId, int limit) {
        return database.query(
                SELECT + " and (name, id) > (?, ?) order by name, id limit ?",
                JdbcChannelStore::read,
                WorkspaceContext.current(),
                behindName,
                behindId,
                limit);
    }

    @Override
    public Optional<MessagingChannel> find(UUID id) {
        return database.one(SELECT + " and id = ?", JdbcChannelStore::read, WorkspaceContext.current(), id);
    }

    @Override
    public Optional<byte[]> findAddress(UUID id) {
        return database.one(
                "select address from messaging_channel where workspace_id = ? and id = ?",
                row -> row.bytes("address"),
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void insert(MessagingChannel channel, byte[] address) {
        database.update(
                """
                insert into messaging_channel
                  (workspace_id, id, kind, name, host, address, disabled_reason, version, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, now())
                """,
                WorkspaceContext.current(),
                channel.id(),
                channel.kind().code(),
                channel.name(),
                channel.host(),
                address,
                channel.disabledReason(),
                channel.version());
    }

    @Override
    public boolean update(MessagingChannel channel, byte[] address) {
        return database.update(
                        """
                        update messaging_channel
                        set name = ?, host = ?, address = ?, disabled_reason = ?, version = ?, updated_at = now()
                        where workspace_id = ? and id = ? and version = ?
                        """,
                        channel.name(),
                        channel.host(),
                        address,
                        channel.disabledReason(),
                        channel.version(),
                        WorkspaceContext.current(),
                        channel.id(),
                        channel.version() - 1)
                == 1;
    }

    @Override
    public void disable(UUID id, String reason) {
        database.update("""
                update messaging_channel set disabled_reason = ?, version = version + 1, updated_at = now()
                where workspace_id = ? and id = ? and disabled_reason is null
                """, reason, WorkspaceContext.current(), id);
    }

    @Override
    public boolean delete(UUID id) {
        return database.update(
                        "delete from messaging_channel where workspace_id = ? and id = ?",
                        WorkspaceContext.current(),
                        id)
                == 1;
    }

    private static MessagingChannel read(Row row) {
        String kind = row.text("kind");
        return new MessagingChannel(
                row.uuid("id"),
                ChannelKind.of(kind).orElseThrow(() -> new IllegalStateException("unknown channel kind " + kind)),
                row.text("name"),
                row.text("host"),
                row.findText("disabled_reason"),
                row.number("version"));
    }
}
