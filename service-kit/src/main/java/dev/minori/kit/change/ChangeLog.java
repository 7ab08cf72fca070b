package dev.minori.kit.change;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what changed in the current workspace. Every call is a transaction of its own: a snapshot is one statement's. */
@ApplicationScoped
class ChangeLog {
    /** More changes than this at once: reading everything again is less work for all than following. */
    static final int MOST = 500;

    private static final long KEPT_SECONDS = 3_600;

    /** A mark this old may still be asked for while entries just beyond it are forgotten. */
    private static final long GOOD_SECONDS = 3_000;

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final Database database;

    ChangeLog(Database database) {
        this.database = database;
    }

    /**
     * What came after a mark.
     *
     * @param mark up to where the reader has seen everything now
     * @param complete false if there was too much, or if the mark is too old or of another database; then the reader has
     *     to begin anew
     */
    record Batch(ChangeMark mark, List<Change> changes, boolean complete) {
        Batch {
            changes = List.copyOf(changes);
        }
    }

    private record Line(ChangeMark mark, @Nullable Change change) {}

    /** The present. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    ChangeMark now() {
        return database.one("""
                        select pg_current_snapshot()::text as seen,
                          extract(epoch from clock_timestamp())::bigint as at
                        """, ChangeLog::mark).orElseThrow();
    }

    /** What became visible since the mark, in the order it was written. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Batch since(ChangeMark mark) {
        List<Line> lines = database.query(
                """
                select s.seen, s.at, c.kind, c.subject_id, c.version, c.customer_id, c.member_id
                from (select pg_current_snapshot()::text as seen,
                  extract(epoch from clock_timestamp())::bigint as at) s
                left join lateral (
                  select e.position, e.kind, e.subject_id, e.version, e.customer_id, e.member_id
                  from change_entry e
                  where e.workspace_id = ? and e.written_by >= ?
                    and not pg_visible_in_snapshot(e.written_by::text::xid8, ?::pg_snapshot)
                  order by e.position limit ?) c on true
                order by c.position
                """,
                row -> new Line(mark(row), change(row)),
                WorkspaceContext.current(),
                mark.oldest(),
                mark.snapshot(),
                MOST + 1);
        ChangeMark seen = lines.getFirst().mark();
        boolean known = mark.newest() <= seen.newest() && seen.atSecond() - mark.atSecond() < GOOD_SECONDS;
        if (!known || lines.size() > MOST) {
            return new Batch(seen, List.of(), false);
        }
        return new Batch(
                seen,
                lines.stream().flatMap(line -> Stream.ofNullable(line.change())).toList(),
                true);
    }

    /** Forgets some old entries; true if there may be more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean forgetSome() {
        return database.update(
                        """
                        delete from change_entry where workspace_id = ? and position in (
                          select position from change_entry
                          where workspace_id = ? and recorded_at < clock_timestamp() - ? * interval '1 second'
                          order by recorded_at limit ?)
                        """, WorkspaceContext.current(), WorkspaceContext.current(), KEPT_SECONDS, FORGOTTEN_AT_ONCE)
                == FORGOTTEN_AT_ONCE;
    }

    private static ChangeMark mark(Row row) {
        return new ChangeMark(row.number("at"), row.text("seen"));
    }

    private static @Nullable Change change(Row row) {
        String kind = row.findText("kind");
        return kind == null
                ? null
                : new Change(
                        kind,
                        row.uuid("subject_id"),
                        row.number("version"),
                        row.findUuid("customer_id"),
                        row.findUuid("member_id"));
    }
}
