package dev.minori.scoring.followup.store;

import dev.minori.events.HealthBand;
import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.scoring.customer.CustomerList.DateKind;
import dev.minori.scoring.customer.CustomerList.NextDate;
import dev.minori.scoring.customer.Visibility;
import dev.minori.scoring.followup.Candidate;
import dev.minori.scoring.followup.Candidate.Dismissal;
import dev.minori.scoring.followup.Candidate.Factors;
import dev.minori.scoring.followup.FollowUpStore;
import dev.minori.scoring.money.MoneyJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ranks with one statement over the summaries. Each factor has a value for what is not known, so that a customer of whom
 * little is known neither leads nor vanishes: risk one half, MRR half the median, a date a year away, a mail 30 days ago.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcFollowUpStore implements FollowUpStore {
    private static final String CANDIDATES = """
            WITH term AS MATERIALIZED (
              SELECT ?::date AS today, ?::timestamptz AS now,
                (SELECT m.mrr_minor FROM customer_summary m
                 WHERE m.workspace_id = ? AND NOT m.removed AND m.mrr_minor IS NOT NULL
                 ORDER BY m.mrr_minor
                 OFFSET (SELECT count(*) / 2 FROM customer_summary c
                         WHERE c.workspace_id = ? AND NOT c.removed AND c.mrr_minor IS NOT NULL)
                 LIMIT 1)::double precision AS median
            ), signed AS (
              SELECT s.workspace_id, s.customer_id,
                coalesce(least(1, greatest(0.05, (100 - s.points - least(0, coalesce(s.points_change, 0))) / 100)), 0.5)
                  ::double precision AS risk,
                coalesce(s.mrr_minor / nullif(s.mrr_minor + term.median, 0), 1.0 / 3)::double precision AS value,
                90::double precision / (90 + coalesce(greatest(0, s.next_date - term.today), 360)) AS urgency,
                coalesce(0.5::double precision + 0.5::double precision * silent.days / (silent.days + 30), 0.75)
                  AS silence,
                d.dismissed_by, d.dismissed_at, d.until_day, d.until_news
              FROM customer_summary s
              CROSS JOIN term
              CROSS JOIN LATERAL (
                SELECT extract(epoch FROM term.now - s.last_contact_at)::double precision / 86400 AS days) silent
              LEFT JOIN follow_up_dismissal d ON d.workspace_id = s.workspace_id AND d.customer_id = s.customer_id
                AND coalesce(term.today < d.until_day, true)
                AND NOT (d.until_news AND (
                  coalesce(s.band_order < d.band_order, false)
                  OR coalesce(s.points <= d.points - 5, false)
                  OR s.next_date IS DISTINCT FROM d.next_date
                  OR s.open_tickets > d.open_tickets
                  OR EXISTS (SELECT FROM message_current i WHERE i.workspace_id = d.workspace_id
                     AND i.customer_id = d.customer_id AND i.inbound AND NOT i.removed AND i.sent_at > d.dismissed_at
                     AND i.sent_at <= term.now)))
              WHERE s.workspace_id = ? AND NOT s.removed
            """;

    /**
     * The wide rows of customers are read for those who are shown only. Whoever had contracts and has none any more has
     * left; only who pays nothing now is asked for.
     */
    private static final String RANK = """
                AND (s.band IN ('AT_RISK', 'WATCH') OR s.points_change <= -10 OR s.next_date <= term.today + 90
                  OR s.last_contact_at < term.now - interval '60 days')
                AND (d.customer_id IS NOT NULL) = ?
                AND (s.mrr_minor IS NOT NULL OR NOT coalesce((
                  SELECT bool_and(coalesce(k.over_on <= term.today, false)) FROM contract_current k
                  WHERE k.workspace_id = s.workspace_id AND k.customer_id = s.customer_id AND NOT k.removed), false))
            ), ranked AS MATERIALIZED (
              SELECT c.*, 100 * c.risk * c.value * c.urgency * c.silence AS priority, count(*) OVER () AS total
              FROM signed c ORDER BY priority DESC, c.customer_id LIMIT ?
            )
            SELECT s.customer_id, s.name, s.owner_member_id, s.owner_name, s.mrr::text AS amounts, s.mrr_minor, s.band,
              s.points, s.points_change, s.next_date, s.next_date_kind, s.next_date - term.today AS days_left,
              s.last_contact_at, s.open_tickets,
              floor(extract(epoch FROM term.now - s.last_contact_at) / 86400)::bigint AS days_silent,
              r.risk, r.value, r.urgency, r.silence, r.priority, r.total, r.dismissed_by, r.dismissed_at, r.until_day,
              r.until_news
            FROM ranked r CROSS JOIN term
            JOIN customer_summary s ON s.workspace_id = r.workspace_id AND s.customer_id = r.customer_id
            ORDER BY r.priority DESC, r.customer_id
            """;

    private static final String USAGE = """
            SELECT u.customer_id,
              sum(u.active_users) FILTER (WHERE u.day > ?::date - 28)::double precision AS newer,
              sum(u.active_users) FILTER (WHERE u.day <= ?::date - 28)::double precision AS older
            FROM usage_current u
            WHERE u.workspace_id = ? AND u.customer_id = ANY (?::uuid[]) AND NOT u.removed
              AND u.day > ?::date - 56 AND u.day <= ?::date
            GROUP BY u.customer_id
            """;

    private final Database database;

    JdbcFollowUpStore(Database database) {
        this.database = database;
    }

    private record Usage(UUID customerId, @Nullable Double change) {}

    private record Found(Candidate candidate, long total) {}

    @Override
    public Ranked rank(Question question, int limit) {
        StringBuilder owned = new StringBuilder();
        UUID workspaceId = question.workspaceId();
        List<Object> values =
                new ArrayList<>(List.of(question.today(), question.now(), workspaceId, workspaceId, workspaceId));
        if (question.visibility() instanceof Visibility.OwnedBy(List<UUID> memberIds)) {
            owned.append(" AND s.owner_member_id = ANY (?::uuid[])");
            values.add(memberIds.toArray(UUID[]::new));
        }
        if (question.owners() != null) {
            owned.append(" AND s.owner_member_id = ANY (?::uuid[])");
            values.add(question.owners().toArray(UUID[]::new));
        }
        values.add(question.dismissed());
        values.add(limit);
        List<Found> found = database.query(CANDIDATES + owned + RANK, JdbcFollowUpStore::found, values.toArray());
        List<Candidate> candidates =
                withUsage(question, found.stream().map(Found::candidate).toList());
        return new Ranked(candidates, found.isEmpty() ? 0 : found.getFirst().total());
    }

    private List<Candidate> withUsage(Question question, List<Candidate> candidates) {
        LocalDate until = question.usageUntil();
        UUID[] customers = candidates.stream().map(Candidate::customerId).toArray(UUID[]::new);
        List<Usage> usage = database.query(
                USAGE,
                row -> {
                    Double newer = row.findDecimal("newer");
                    Double older = row.findDecimal("older");
                    return new Usage(
                            row.uuid("customer_id"),
                            newer == null || older == null || older == 0 ? null : newer / older - 1);
                },
                until,
                until,
                question.workspaceId(),
                customers,
                until,
                until);
        return candidates.stream()
                .map(candidate -> usage.stream()
                        .filter(known -> known.customerId().equals(candidate.customerId()))
                        .findFirst()
                        .map(known -> candidate.withUsageChange(known.change()))
                        .orElse(candidate))
                .toList();
    }

    private static Found found(Row row) {
        LocalDate nextDate = row.findDay("next_date");
        Instant dismissedAt = row.findInstant("dismissed_at");
        Candidate candidate = new Candidate(
                row.uuid("customer_id"),
                row.text("name"),
                row.findUuid("owner_member_id"),
                row.findText("owner_name"),
                MoneyJson.read(row.text("amounts")),
                row.findNumber("mrr_minor") != null,
                HealthBand.valueOf(row.text("band")),
                row.findDecimal("points"),
                row.findDecimal("points_change"),
                nextDate == null ? null : new NextDate(nextDate, DateKind.valueOf(row.text("next_date_kind"))),
                row.findNumber("days_left"),
                row.findInstant("last_contact_at"),
                row.findNumber("days_silent"),
                row.number("open_tickets"),
                decimal(row, "priority"),
                new Factors(
                        decimal(row, "risk"), decimal(row, "value"), decimal(row, "urgency"), decimal(row, "silence")),
                null,
                dismissedAt == null
                        ? null
                        : new Dismissal(
                                row.text("dismissed_by"),
                                dismissedAt,
                                row.findDay("until_day"),
                                row.flag("until_news")));
        return new Found(candidate, row.number("total"));
    }

    private static double decimal(Row row, String column) {
        return Objects.requireNonNull(row.findDecimal(column), column);
    }

    @Override
    public void dismiss(UUID workspaceId, UUID customerId, Dismissal dismissal) {
        database.update(
                """
                INSERT INTO follow_up_dismissal AS d (workspace_id, customer_id, dismissed_by, dismissed_at, until_day,
                  until_news, points, band_order, next_date, open_tickets)
                SELECT s.workspace_id, s.customer_id, ?, ?, ?::date, ?, s.points, s.band_order, s.next_date, s.open_tickets
                FROM customer_summary s WHERE s.workspace_id = ? AND s.customer_id = ?
                ON CONFLICT (workspace_id, customer_id) DO UPDATE SET dismissed_by = excluded.dismissed_by,
                  dismissed_at = excluded.dismissed_at, until_day = excluded.until_day, until_news = excluded.until_news,
                  points = excluded.points, band_order = excluded.band_order, next_date = excluded.next_date,
                  open_tickets = excluded.open_tickets
                """, dismissal.by(), dismissal.at(), dismissal.until(), dismissal.untilNews(), workspaceId, customerId);
    }

    @Override
    public boolean restore(UUID workspaceId, UUID customerId) {
        return database.update(
                        "DELETE FROM follow_up_dismissal WHERE workspace_id = ? AND customer_id = ?",
                        workspaceId,
                        customerId)
                > 0;
    }
}
