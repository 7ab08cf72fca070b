package dev.minori.notification.delivery.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.notification.delivery.Attempt;
import dev.minori.notification.delivery.Delivery;
import dev.minori.notification.delivery.DeliveryStore;
import dev.minori.notification.template.RenderedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcDeliveryStore implements DeliveryStore {
    private final Database database;

    JdbcDeliveryStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(Delivery delivery, List<UUID> quotedFactIds) {
        UUID workspaceId = WorkspaceContext.current();
        StateColumns state = StateColumns.of(delivery.state());
        int inserted = database.update(
                """
                insert into delivery (workspace_id, id, request_id, channel, recipient_id, member_id, customer_id,
                  template_key, data, state, due_at, attempts, reason_code, reason_detail, origin, causation_id,
                  retry_since, created_at, updated_at, ended_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, request_id, channel, recipient_id) do nothing
                """,
                workspaceId,
                delivery.id(),
                delivery.requestId(),
                delivery.channel().code(),
                delivery.recipientId(),
                delivery.memberId(),
                delivery.customerId(),
                delivery.templateKey(),
                DeliveryRows.json(delivery.data()),
                state.state(),
                state.dueAt(),
                delivery.attempts(),
                state.reasonCode(),
                state.reasonDetail(),
                delivery.origin().name(),
                delivery.causationId(),
                delivery.retrySince(),
                delivery.createdAt(),
                delivery.createdAt(),
                state.endedAt());
        if (inserted == 1 && !quotedFactIds.isEmpty()) {
            database.update("""
                    insert into delivery_quote (workspace_id, fact_id, delivery_id)
                    select ?, fact_id, ? from unnest(?) as fact_id on conflict do nothing
                    """, workspaceId, delivery.id(), quotedFactIds.toArray(UUID[]::new));
        }
        return inserted == 1;
    }

    @Override
    public Optional<Delivery> lock(UUID id) {
        return database.one(
                "select " + DeliveryRows.COLUMNS + " from delivery where workspace_id = ? and id = ? for update",
                DeliveryRows::delivery,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void save(Delivery delivery, Instant now) {
        StateColumns state = StateColumns.of(delivery.state());
        database.update(
                """
                update delivery set state = ?, due_at = ?, attempts = ?, reason_code = ?, reason_detail = ?,
                  retry_since = ?, updated_at = ?, ended_at = ?
                where workspace_id = ? and id = ?
                """,
                state.state(),
                state.dueAt(),
                delivery.attempts(),
                state.reasonCode(),
                state.reasonDetail(),
                delivery.retrySince(),
                now,
                state.endedAt(),
                WorkspaceContext.current(),
                delivery.id());
    }

    @Override
    public void saveRendering(UUID id, int templateVersion, String address, RenderedMessage message) {
        database.update(
                """
                update delivery set template_version = ?, address = ?, language = ?, subject = ?, body = ?
                where workspace_id = ? and id = ?
                """,
                templateVersion,
                address,
                message.language().code(),
                message.subject(),
                message.text(),
                WorkspaceContext.current(),
                id);
    }

    @Override
    public Optional<String> findAddress(UUID id) {
        return database.one(
                "select address from delivery where workspace_id = ? and id = ? and address is not null",
                row -> row.text("address"),
                WorkspaceContext.current(),
                id);
    }

    @Override
    public void startAttempt(UUID id, int number, Instant now) {
        database.update(
                "insert into delivery_attempt (workspace_id, delivery_id, number, started_at) values (?, ?, ?, ?)",
                WorkspaceContext.current(),
                id,
                number,
                now);
    }

    @Override
    public Optional<Attempt> findAttempt(UUID id, int number) {
        return database.one(
                "select " + DeliveryRows.ATTEMPT_COLUMNS
                        + " from delivery_attempt where workspace_id = ? and delivery_id = ? and number = ?",
                DeliveryRows::attempt,
                WorkspaceContext.current(),
                id,
                number);
    }

    @Override
    public boolean markHandover(UUID id, int number, Instant now) {
        return database.update("""
                        update delivery_attempt set handover_at = ?
                        where workspace_id = ? and delivery_id = ? and number = ?
                          and handover_at is null and ended_at is null
                        """, now, WorkspaceContext.current(), id, number) == 1;
    }

    @Override
    public void endAttempt(
            UUID id, int number, Instant now, Attempt.Outcome outcome, @Nullable Integer code, String response) {
        database.update(
                """
                update delivery_attempt set ended_at = ?, outcome = ?, code = ?, response = ?
                where workspace_id = ? and delivery_id = ? and number = ?
                """,
                now,
                outcome.name().toLowerCase(Locale.ROOT),
                code,
                response,
                WorkspaceContext.current(),
                id,
                number);
    }

    @Override
    public List<UUID> quoting(List<UUID> factIds) {
        return database.query(
                "select distinct delivery_id from delivery_quote where workspace_id = ? and fact_id = any (?)",
                row -> row.uuid("delivery_id"),
                WorkspaceContext.current(),
                factIds);
    }

    @Override
    public int forget(Instant endedBefore, int max) {
        UUID workspaceId = WorkspaceContext.current();
        return database.one(
                        """
                        with gone as (
                          delete from delivery where workspace_id = ? and id in
                            (select id from delivery where workspace_id = ? and ended_at < ? limit ?)
                          returning id
                        ), attempts as (
                          delete from delivery_attempt where workspace_id = ? and delivery_id in (select id from gone)
                        ), quotes as (
                          delete from delivery_quote where workspace_id = ? and delivery_id in (select id from gone)
                        )
                        select count(*) as forgotten from gone
                        """,
                        row -> row.integer("forgotten"),
                        workspaceId,
                        workspaceId,
                        endedBefore,
                        max,
                        workspaceId,
                        workspaceId)
                .orElse(0);
    }
}
