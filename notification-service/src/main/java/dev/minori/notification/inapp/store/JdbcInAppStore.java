package dev.minori.notification.inapp.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.inapp.InAppNotification;
import dev.minori.notification.inapp.InAppStore;
import dev.minori.notification.template.NoticeText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In-app notifications in table {@code in_app_notification}. */
@ApplicationScoped
class JdbcInAppStore implements InAppStore {
    private static final String SELECT = "select * from in_app_notification where workspace_id = ? and member_id = ?";

    private final Database database;

    JdbcInAppStore(Database database) {
        this.database = database;
    }

    @Override
    public void insert(InAppNotification notification) {
        database.update(
                """
                insert into in_app_notification (workspace_id, id, member_id, customer_id, template_key, title_ja,
                  title_en, text_ja, text_en, link, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, id) do nothing
                """,
                WorkspaceContext.current(),
                notification.id(),
                notification.memberId(),
                notification.customerId(),
                notification.templateKey(),
                notification.ja().title(),
                notification.en().title(),
                notification.ja().text(),
                notification.en().text(),
                notification.ja().link(),
                notification.createdAt());
    }

    @Override
    public List<InAppNotification> list(UUID memberId, boolean unreadOnly, @Nullable UUID before, int limit) {
        String unread = unreadOnly ? " and read_at is null" : "";
        String order = " order by id desc limit ?";
        if (before == null) {
            return database.query(
                    SELECT + unread + order, JdbcInAppStore::read, WorkspaceContext.current(), memberId, limit);
        }
        return database.query(
                SELECT + unread + " and id < ?" + order,
                JdbcInAppStore::read,
                WorkspaceContext.current(),
                memberId,
                before,
                limit);
    }

    @Override
    public Optional<InAppNotification> find(UUID memberId, UUID id) {
        return database.one(SELECT + " and id = ?", JdbcInAppStore::read, WorkspaceContext.current(), memberId, id);
    }

    @Override
    public int countUnread(UUID memberId, int most) {
        return database.one("""
                        select count(*) as unread from (select 1 from in_app_notification
                          where workspace_id = ? and member_id = ? and read_at is null limit ?) few
                        """, row -> row.integer("unread"), WorkspaceContext.current(), memberId, most)
                .orElse(0);
    }

    @Override
    public void markRead(UUID memberId, UUID id, Instant now) {
        database.update("""
                update in_app_notification set read_at = ?, revision = revision + 1
                where workspace_id = ? and member_id = ? and id = ? and read_at is null
                """, now, WorkspaceContext.current(), memberId, id);
    }

    @Override
    public int markAllRead(UUID memberId, UUID upTo, Instant now) {
        return database.update("""
                update in_app_notification set read_at = ?, revision = revision + 1
                where workspace_id = ? and member_id = ? and id <= ? and read_at is null
                """, now, WorkspaceContext.current(), memberId, upTo);
    }

    @Override
    public void erase(UUID id) {
        database.update("""
                update in_app_notification set title_ja = '(削除済み)', title_en = '(erased)', text_ja = '', text_en = '',
                  revision = revision + 1
                where workspace_id = ? and id = ?
                """, WorkspaceContext.current(), id);
    }

    @Override
    public int forget(Instant before, int max) {
        return database.update("""
                delete from in_app_notification where workspace_id = ? and id in (
                  select id from in_app_notification where workspace_id = ? and created_at < ? limit ?)
                """, WorkspaceContext.current(), WorkspaceContext.current(), before, max);
    }

    private static InAppNotification read(Row row) {
        String link = row.findText("link");
        return new InAppNotification(
                row.uuid("id"),
                row.uuid("member_id"),
                row.uuid("customer_id"),
                row.text("template_key"),
                new NoticeText(row.text("title_ja"), row.text("text_ja"), link),
                new NoticeText(row.text("title_en"), row.text("text_en"), link),
                row.instant("created_at"),
                row.findInstant("read_at"),
                row.number("revision"));
    }
}
