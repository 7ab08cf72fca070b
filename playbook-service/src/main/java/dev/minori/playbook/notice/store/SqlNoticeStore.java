package dev.minori.playbook.notice.store;

import dev.minori.events.DeliveryEvent;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.notice.NoticeRecord;
import dev.minori.playbook.notice.NoticeStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Notices and deliveries in tables {@code notice} and {@code notice_delivery}. */
@ApplicationScoped
class SqlNoticeStore implements NoticeStore {
    private record Delivered(UUID requestId, NoticeRecord.Reached delivery) {}

    private final Database database;

    SqlNoticeStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(NoticeRecord notice) {
        return database.update(
                        """
                        insert into notice (workspace_id, request_id, customer_id, subject_kind, subject_id, template_key,
                          member_ids, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (workspace_id, request_id) do nothing
                        """,
                        WorkspaceContext.current(),
                        notice.requestId(),
                        notice.customerId(),
                        notice.subjectKind(),
                        notice.subjectId(),
                        notice.templateKey(),
                        notice.memberIds().toArray(UUID[]::new),
                        notice.requestedAt())
                == 1;
    }

    @Override
    public void saveDelivery(UUID requestId, NoticeRecord.Reached delivery) {
        database.update(
                """
                insert into notice_delivery (workspace_id, delivery_id, request_id, member_id, channel, state, attempts, at,
                  reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, delivery_id) do update
                set state = excluded.state, attempts = excluded.attempts, at = excluded.at, reason = excluded.reason
                where notice_delivery.at <= excluded.at
                """,
                WorkspaceContext.current(),
                delivery.deliveryId(),
                requestId,
                delivery.memberId(),
                delivery.channel(),
                delivery.state().name(),
                delivery.attempts(),
                delivery.at(),
                delivery.reason());
    }

    @Override
    public List<NoticeRecord> listAbout(UUID subjectId) {
        Map<UUID, List<NoticeRecord.Reached>> deliveries =
                database.query("""
                        select d.* from notice_delivery d
                        join notice n on n.workspace_id = d.workspace_id and n.request_id = d.request_id
                        where n.workspace_id = ? and n.subject_id = ? order by d.at, d.delivery_id
                        """, SqlNoticeStore::readDelivery, WorkspaceContext.current(), subjectId).stream()
                        .collect(Collectors.groupingBy(
                                Delivered::requestId, Collectors.mapping(Delivered::delivery, Collectors.toList())));
        return database.query(
                "select * from notice where workspace_id = ? and subject_id = ? order by requested_at, request_id",
                row -> read(row, deliveries),
                WorkspaceContext.current(),
                subjectId);
    }

    private static NoticeRecord read(Row row, Map<UUID, List<NoticeRecord.Reached>> deliveries) {
        UUID requestId = row.uuid("request_id");
        return new NoticeRecord(
                requestId,
                row.uuid("customer_id"),
                row.text("subject_kind"),
                row.uuid("subject_id"),
                row.text("template_key"),
                row.uuids("member_ids"),
                row.instant("requested_at"),
                deliveries.getOrDefault(requestId, List.of()));
    }

    private static Delivered readDelivery(Row row) {
        return new Delivered(
                row.uuid("request_id"),
                new NoticeRecord.Reached(
                        row.uuid("delivery_id"),
                        row.uuid("member_id"),
                        row.text("channel"),
                        DeliveryEvent.State.valueOf(row.text("state")),
                        row.integer("attempts"),
                        row.instant("at"),
                        row.findText("reason")));
    }
}
