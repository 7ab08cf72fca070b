package dev.minori.playbook.alert.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.alert.Alert;
import dev.minori.playbook.alert.AlertState;
import dev.minori.playbook.alert.AlertStore;
import dev.minori.playbook.text.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts in tables {@code alert} and {@code alert_occurrence}. */
@ApplicationScoped
class SqlAlertStore implements AlertStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;

    SqlAlertStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Alert> find(UUID id) {
        return database.one(
                "select * from alert where workspace_id = ? and id = ?",
                AlertColumns::read,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public Optional<Alert> lock(UUID id) {
        return database.one(
                "select * from alert where workspace_id = ? and id = ? for update",
                AlertColumns::read,
                WorkspaceContext.current(),
                id);
    }

    @Override
    public Optional<Alert> lockLastEpisode(UUID ruleId, UUID customerId, UUID subjectFactId) {
        database.lock("alert|" + WorkspaceContext.current() + "|" + ruleId + "|" + customerId + "|" + subjectFactId);
        return database.one("""
                select * from alert where workspace_id = ? and rule_id = ? and customer_id = ? and subject_fact_id = ?
                order by episode desc limit 1
                for update
                """, AlertColumns::read, WorkspaceContext.current(), ruleId, customerId, subjectFactId);
    }

    @Override
    public void insert(Alert alert) {
        Closing closing = Closing.of(alert.state());
        database.update(
                """
                insert into alert (workspace_id, id, rule_id, rule_version, customer_id, subject_dataset, subject_fact_id,
                  subject_label, episode, severity, title_ja, title_en, state, opened_at, last_occurred_at, occurrences,
                  snoozed_until, closed_at, closed_by, close_reason, revision)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                WorkspaceContext.current(),
                alert.id(),
                alert.ruleId(),
                alert.ruleVersion(),
                alert.customerId(),
                alert.subjectDataset(),
                alert.subjectFactId(),
                alert.subjectLabel(),
                alert.episode(),
                alert.severity().wireName(),
                alert.title().ja(),
                alert.title().en(),
                closing.state(),
                alert.openedAt(),
                alert.lastOccurredAt(),
                alert.occurrences(),
                closing.snoozedUntil(),
                closing.at(),
                closing.by(),
                closing.reason(),
                alert.revision());
    }

    @Override
    public void update(Alert alert) {
        Closing closing = Closing.of(alert.state());
        database.update(
                """
                update alert set state = ?, last_occurred_at = ?, occurrences = ?, snoozed_until = ?, closed_at = ?,
                  closed_by = ?, close_reason = ?, revision = ?
                where workspace_id = ? and id = ?
                """,
                closing.state(),
                alert.lastOccurredAt(),
                alert.occurrences(),
                closing.snoozedUntil(),
                closing.at(),
                closing.by(),
                closing.reason(),
                alert.revision(),
                WorkspaceContext.current(),
                alert.id());
    }

    @Override
    public void addOccurrence(UUID alertId, Alert.Occurrence occurrence) {
        database.update(
                """
                insert into alert_occurrence (workspace_id, alert_id, membership_id, occurred_at, left_at, evidence)
                values (?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, alert_id, membership_id) do nothing
                """,
                WorkspaceContext.current(),
                alertId,
                occurrence.membershipId(),
                occurrence.occurredAt(),
                occurrence.leftAt(),
                JsonText.write(occurrence.evidence()));
    }

    @Override
    public List<Alert.Occurrence> listOccurrences(UUID alertId) {
        return database.query(
                """
                select membership_id, occurred_at, left_at, evidence from alert_occurrence
                where workspace_id = ? and alert_id = ? order by occurred_at desc, membership_id
                """,
                row -> new Alert.Occurrence(
                        row.uuid("membership_id"),
                        row.instant("occurred_at"),
                        row.findInstant("left_at"),
                        JsonText.readMap(row.text("evidence"))),
                WorkspaceContext.current(),
                alertId);
    }

    @Override
    public void addComment(UUID alertId, Alert.Comment comment) {
        database.update(
                """
                insert into alert_comment (workspace_id, alert_id, id, author_id, author_name, body, written_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                WorkspaceContext.current(),
                alertId,
                comment.id(),
                comment.authorId(),
                comment.authorName(),
                comment.body(),
                comment.writtenAt());
    }

    @Override
    public List<Alert.Comment> listComments(UUID alertId, @Nullable UUID behind, int limit) {
        return database.query(
                "select * from alert_comment where workspace_id = ? and alert_id = ? and id > ? order by id limit ?",
                row -> new Alert.Comment(
                        row.uuid("id"),
                        row.findUuid("author_id"),
                        row.text("author_name"),
                        row.text("body"),
                        row.instant("written_at")),
                WorkspaceContext.current(),
                alertId,
                behind == null ? FIRST : behind,
                limit);
    }

    @Override
    public List<Alert> endOccurrences(UUID membershipId, Instant at) {
        database.update("""
                update alert_occurrence set left_at = ?
                where workspace_id = ? and membership_id = ? and left_at is null
                """, at, WorkspaceContext.current(), membershipId);
        return database.query(
                """
                select a.* from alert a
                where a.workspace_id = ? and a.state = 'open'
                  and a.id in (select o.alert_id from alert_occurrence o
                    where o.workspace_id = ? and o.membership_id = ?)
                  and not exists (select 1 from alert_occurrence o
                    where o.workspace_id = a.workspace_id and o.alert_id = a.id and o.left_at is null)
                for update of a
                """, AlertColumns::read, WorkspaceContext.current(), WorkspaceContext.current(), membershipId);
    }

    private record Closing(
            String state,
            @Nullable Instant snoozedUntil,
            @Nullable Instant at,
            @Nullable UUID by,
            @Nullable String reason) {
        static Closing of(AlertState state) {
            return switch (state) {
                case AlertState.Open(var snoozedUntil) -> new Closing("open", snoozedUntil, null, null, null);
                case AlertState.Closed(var at, var by, var reason) -> new Closing("closed", null, at, by, reason);
            };
        }
    }
}
