package dev.minori.playbook.segment.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.segment.EntryDecision;
import dev.minori.playbook.segment.EntryOutcome;
import dev.minori.playbook.segment.SegmentStay;
import dev.minori.playbook.segment.SegmentStore;
import dev.minori.playbook.text.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stays and decisions in tables {@code segment_stay} and {@code entry_decision}. */
@ApplicationScoped
class SqlSegmentStore implements SegmentStore {
    private final Database database;

    SqlSegmentStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(SegmentStay stay) {
        boolean isNew = write(stay, "nothing") == 1;
        if (!isNew) {
            database.update(
                    """
                    update segment_stay set subject_label = ?, evidence = ?, entered_at = ?
                    where workspace_id = ? and membership_id = ? and backfill and entered_at = left_at
                    """,
                    stay.subjectLabel(),
                    JsonText.write(stay.evidence()),
                    stay.enteredAt(),
                    WorkspaceContext.current(),
                    stay.membershipId());
        }
        return isNew;
    }

    private int write(SegmentStay stay, String onConflict) {
        return database.update(
                """
                insert into segment_stay (workspace_id, membership_id, customer_id, segment_key, segment_version,
                  subject_dataset, subject_fact_id, subject_label, evidence, backfill, entered_at, left_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, membership_id) do
                """ + onConflict,
                WorkspaceContext.current(),
                stay.membershipId(),
                stay.customerId(),
                stay.segmentKey(),
                stay.segmentVersion(),
                stay.subjectDataset(),
                stay.subjectFactId(),
                stay.subjectLabel(),
                JsonText.write(stay.evidence()),
                stay.backfill(),
                stay.enteredAt(),
                stay.leftAt());
    }

    @Override
    public Optional<SegmentStay> find(UUID membershipId) {
        return database.one(
                "select * from segment_stay where workspace_id = ? and membership_id = ?",
                SqlSegmentStore::read,
                WorkspaceContext.current(),
                membershipId);
    }

    @Override
    public SegmentStay leave(SegmentStay ended) {
        write(ended, "update set left_at = excluded.left_at where segment_stay.left_at is null");
        return find(ended.membershipId()).orElseThrow();
    }

    @Override
    public List<SegmentStay> listOfCustomer(UUID customerId, String segmentKey, int limit) {
        return database.query("""
                select * from segment_stay where workspace_id = ? and customer_id = ? and segment_key = ?
                order by entered_at desc, membership_id limit ?
                """, SqlSegmentStore::read, WorkspaceContext.current(), customerId, segmentKey, limit);
    }

    @Override
    public List<SegmentStay> listUnanswered(UUID definitionId, String segmentKey, @Nullable UUID after, int limit) {
        return database.query(
                """
                select * from segment_stay s
                where workspace_id = ? and segment_key = ? and left_at is null
                  and (?::uuid is null or membership_id > ?::uuid)
                  and not exists (select 1 from entry_decision d
                    where d.workspace_id = s.workspace_id and d.definition_id = ? and d.membership_id = s.membership_id)
                order by membership_id limit ?
                """, SqlSegmentStore::read, WorkspaceContext.current(), segmentKey, after, after, definitionId, limit);
    }

    @Override
    public void insert(EntryDecision decision) {
        database.update(
                """
                insert into entry_decision (workspace_id, id, definition_id, definition_version, customer_id,
                  membership_id, outcome, result_id, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                WorkspaceContext.current(),
                decision.id(),
                decision.definitionId(),
                decision.definitionVersion(),
                decision.customerId(),
                decision.membershipId(),
                decision.outcome().wireName(),
                decision.resultId(),
                decision.decidedAt());
    }

    @Override
    public List<EntryDecision> listDecisions(UUID definitionId, UUID customerId, int limit) {
        return database.query(
                """
                select * from entry_decision where workspace_id = ? and definition_id = ? and customer_id = ?
                order by id desc limit ?
                """, SqlSegmentStore::readDecision, WorkspaceContext.current(), definitionId, customerId, limit);
    }

    private static SegmentStay read(Row row) {
        return new SegmentStay(
                row.uuid("membership_id"),
                row.uuid("customer_id"),
                row.text("segment_key"),
                row.integer("segment_version"),
                row.text("subject_dataset"),
                row.uuid("subject_fact_id"),
                row.findText("subject_label"),
                JsonText.readMap(row.text("evidence")),
                row.flag("backfill"),
                row.instant("entered_at"),
                row.findInstant("left_at"));
    }

    private static EntryDecision readDecision(Row row) {
        return new EntryDecision(
                row.uuid("id"),
                row.uuid("definition_id"),
                row.integer("definition_version"),
                row.uuid("customer_id"),
                row.uuid("membership_id"),
                EntryOutcome.of(row.text("outcome")),
                row.findUuid("result_id"),
                row.instant("decided_at"));
    }
}
