package dev.minori.scoring.view.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.minori.kit.json.EventJson;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.scoring.view.SavedView;
import dev.minori.scoring.view.SavedView.Content;
import dev.minori.scoring.view.SavedView.Sharing;
import dev.minori.scoring.view.SavedViewStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row a view; who may see it is part of the statement. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcSavedViewStore implements SavedViewStore {
    private static final TypeReference<Map<String, List<String>>> FILTERS = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT v.*, v.filters::text AS filter_text, v.owner_subject = ? AS mine FROM saved_view v
            WHERE v.workspace_id = ?
              AND (v.owner_subject = ? OR v.shared_with = 'WORKSPACE'
                   OR (v.shared_with = 'TEAM' AND v.team_id = ANY (?::uuid[])))
            """;

    private final Database database;

    JdbcSavedViewStore(Database database) {
        this.database = database;
    }

    @Override
    public List<SavedView> list(Reader reader, @Nullable String screen) {
        return database.query(
                SELECT + " AND coalesce(v.screen = ?::text, true) ORDER BY v.name, v.view_id",
                JdbcSavedViewStore::view,
                reader.subject(),
                reader.workspaceId(),
                reader.subject(),
                reader.teams().toArray(UUID[]::new),
                screen);
    }

    @Override
    public Optional<SavedView> find(Reader reader, UUID viewId, boolean forChange) {
        return database.one(
                SELECT + " AND v.view_id = ?" + (forChange ? " FOR UPDATE" : ""),
                JdbcSavedViewStore::view,
                reader.subject(),
                reader.workspaceId(),
                reader.subject(),
                reader.teams().toArray(UUID[]::new),
                viewId);
    }

    @Override
    public long count(UUID workspaceId, String subject) {
        return database.one(
                        "SELECT count(*) AS views FROM saved_view WHERE workspace_id = ? AND owner_subject = ?",
                        row -> row.number("views"),
                        workspaceId,
                        subject)
                .orElse(0L);
    }

    @Override
    public void insert(UUID workspaceId, UUID viewId, String subject, String name, Content content, Instant at) {
        database.update(
                """
                INSERT INTO saved_view (workspace_id, view_id, version, screen, name, owner_subject, owner_name, shared_with,
                  team_id, filters, sort, columns, created_at, changed_at)
                VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?::uuid, ?::jsonb, ?::text, ?::text[], ?, ?)
                """,
                workspaceId,
                viewId,
                content.screen(),
                content.name(),
                subject,
                name,
                content.sharedWith().name(),
                content.teamId(),
                json(content.filters()),
                content.sort(),
                content.columns().toArray(String[]::new),
                at,
                at);
    }

    @Override
    public void update(UUID workspaceId, UUID viewId, Content content, Instant at) {
        database.update(
                """
                UPDATE saved_view SET version = version + 1, screen = ?, name = ?, shared_with = ?, team_id = ?::uuid,
                  filters = ?::jsonb, sort = ?::text, columns = ?::text[], changed_at = ?
                WHERE workspace_id = ? AND view_id = ?
                """,
                content.screen(),
                content.name(),
                content.sharedWith().name(),
                content.teamId(),
                json(content.filters()),
                content.sort(),
                content.columns().toArray(String[]::new),
                at,
                workspaceId,
                viewId);
    }

    @Override
    public void delete(UUID workspaceId, UUID viewId) {
        database.update("DELETE FROM saved_view WHERE workspace_id = ? AND view_id = ?", workspaceId, viewId);
    }

    private static SavedView view(Row row) {
        return new SavedView(
                row.uuid("view_id"),
                row.number("version"),
                row.text("screen"),
                row.text("name"),
                row.text("owner_subject"),
                row.text("owner_name"),
                Sharing.valueOf(row.text("shared_with")),
                row.findUuid("team_id"),
                filters(row.text("filter_text")),
                row.findText("sort"),
                row.texts("columns"),
                row.instant("created_at"),
                row.instant("changed_at"),
                row.flag("mine"));
    }

    private static Map<String, List<String>> filters(String json) {
        try {
            return EventJson.mapper().readValue(json, FILTERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept filters cannot be read", e);
        }
    }

    private static String json(Map<String, List<String>> filters) {
        try {
            return EventJson.mapper().writeValueAsString(filters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always writable", e);
        }
    }
}
