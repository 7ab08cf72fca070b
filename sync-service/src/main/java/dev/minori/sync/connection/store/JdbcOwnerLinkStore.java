package dev.minori.sync.connection.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.sync.connection.OwnerLink;
import dev.minori.sync.connection.OwnerLinkStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcOwnerLinkStore implements OwnerLinkStore {
    /** A page of the list, by workspace, connection, place and size. */
    static final String BEHIND = """
            select * from owner_link where workspace_id = ? and connection_id = ? and (name, owner_id) > (?, ?)
            order by name, owner_id limit ?
            """;

    private final Database database;

    JdbcOwnerLinkStore(Database database) {
        this.database = database;
    }

    @Override
    public List<OwnerLink> list(UUID connectionId) {
        return database.query(
                "select * from owner_link where workspace_id = ? and connection_id = ? order by name, owner_id",
                JdbcOwnerLinkStore::link,
                WorkspaceContext.current(),
                connectionId);
    }

    @Override
    public List<OwnerLink> list(UUID connectionId, String name, String ownerId, int limit) {
        return database.query(
                BEHIND, JdbcOwnerLinkStore::link, WorkspaceContext.current(), connectionId, name, ownerId, limit);
    }

    private static OwnerLink link(Row row) {
        return new OwnerLink(
                row.text("owner_id"),
                row.text("name"),
                row.findText("email"),
                row.findUuid("member_id"),
                row.flag("by_hand"));
    }

    @Override
    public long version(UUID connectionId) {
        return version(connectionId, "");
    }

    @Override
    public long lock(UUID connectionId) {
        return version(connectionId, " for no key update");
    }

    private long version(UUID connectionId, String lock) {
        return database.one(
                        "select owner_links_version from connection where workspace_id = ? and id = ?" + lock,
                        row -> row.number("owner_links_version"),
                        WorkspaceContext.current(),
                        connectionId)
                .orElse(0L);
    }

    @Override
    public void save(UUID connectionId, List<OwnerLink> links) {
        for (OwnerLink link : links) {
            database.update(
                    """
                    insert into owner_link (workspace_id, connection_id, owner_id, name, email, member_id, by_hand)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (workspace_id, connection_id, owner_id) do update set name = excluded.name,
                      email = excluded.email, member_id = excluded.member_id, by_hand = excluded.by_hand
                    """,
                    WorkspaceContext.current(),
                    connectionId,
                    link.ownerId(),
                    link.name(),
                    link.email(),
                    link.memberId(),
                    link.byHand());
        }
        database.update(
                "update connection set owner_links_version = owner_links_version + 1 where workspace_id = ? and id = ?",
                WorkspaceContext.current(),
                connectionId);
    }
}
