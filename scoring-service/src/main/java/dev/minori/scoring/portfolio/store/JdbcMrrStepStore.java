package dev.minori.scoring.portfolio.store;

import dev.minori.kit.sql.Database;
import dev.minori.scoring.portfolio.MrrStepStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;

/** Makes steps with one statement that writes only what differs. */
@ApplicationScoped
class JdbcMrrStepStore implements MrrStepStore {
    private static final String REFRESH = """
            WITH term AS (SELECT ?::text AS zone, ?::uuid AS workspace_id, ?::uuid[] AS customers), newest AS (
              SELECT c.workspace_id, c.fact_id, c.customer_id, c.removed, (c.valid_from AT TIME ZONE term.zone)::date AS day
              FROM contract_current c, term
              WHERE c.workspace_id = term.workspace_id AND c.customer_id = ANY (term.customers)
            ), version AS (
              SELECT n.fact_id, n.customer_id, c.source_version, n.day, c.start_date, c.end_date, c.cancelled_on,
                c.mrr_minor, c.mrr_currency, NULL::date AS gone
              FROM newest n JOIN contract_current c ON c.workspace_id = n.workspace_id AND c.fact_id = n.fact_id
              WHERE NOT n.removed
              UNION ALL
              SELECT n.fact_id, n.customer_id, h.source_version, (h.valid_from AT TIME ZONE term.zone)::date, h.start_date,
                h.end_date, h.cancelled_on, h.mrr_minor, h.mrr_currency, CASE WHEN n.removed THEN n.day END
              FROM newest n CROSS JOIN term
              JOIN contract_history h ON h.workspace_id = n.workspace_id AND h.fact_id = n.fact_id
              WHERE NOT h.removed
            ), dated AS (
              SELECT DISTINCT ON (v.fact_id) v.fact_id, v.start_date,
                least(v.end_date, v.cancelled_on, v.gone, DATE 'infinity') AS over_on
              FROM version v ORDER BY v.fact_id, v.source_version DESC
            ), amount AS (
              SELECT v.fact_id, v.customer_id, v.mrr_minor AS minor, v.mrr_currency AS currency, v.day,
                min(v.day) OVER (PARTITION BY v.fact_id) AS first_day,
                coalesce(min(v.day) OVER (PARTITION BY v.fact_id ORDER BY v.source_version DESC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), DATE 'infinity') AS until_day
              FROM version v
            ), span AS (
              SELECT a.customer_id, a.currency, a.minor, a.first_day,
                CASE WHEN a.day = a.first_day THEN d.start_date ELSE greatest(d.start_date, a.day) END AS lo,
                least(d.over_on, a.until_day) AS hi
              FROM amount a JOIN dated d ON d.fact_id = a.fact_id
              WHERE a.minor IS NOT NULL AND a.currency IS NOT NULL AND d.start_date IS NOT NULL AND a.day < a.until_day
            ), edge AS (
              SELECT s.customer_id, s.currency, e.day, e.sign * s.minor AS amount,
                CASE WHEN s.minor > 0 THEN e.sign ELSE 0 END AS presence, e.day < s.first_day AS reconstructed
              FROM span s CROSS JOIN LATERAL (VALUES (s.lo, 1), (s.hi, -1)) e(day, sign)
              WHERE s.lo < s.hi AND e.day < DATE 'infinity'
            ), presence AS (
              SELECT p.customer_id, p.day, p.change,
                sum(p.change) OVER (PARTITION BY p.customer_id ORDER BY p.day) AS present
              FROM (SELECT e.customer_id, e.day, sum(e.presence) AS change FROM edge e GROUP BY 1, 2) p
            ), presence_since AS (
              SELECT p.*, coalesce(max(p.present) OVER (PARTITION BY p.customer_id ORDER BY p.day
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) > 0 AS ever_before
              FROM presence p
            ), step AS (
              SELECT e.customer_id, e.currency, e.day, e.change, e.reconstructed,
                sum(e.change) OVER (PARTITION BY e.customer_id, e.currency ORDER BY e.day) AS minor,
                lag(e.day) OVER (PARTITION BY e.customer_id, e.currency ORDER BY e.day) AS previous_day,
                lead(e.day) OVER (PARTITION BY e.customer_id, e.currency ORDER BY e.day) AS next_day
              FROM (
                SELECT e.customer_id, e.currency, e.day, sum(e.amount) AS change, bool_or(e.reconstructed) AS reconstructed
                FROM edge e GROUP BY 1, 2, 3 HAVING sum(e.amount) <> 0) e
            ), made AS MATERIALIZED (
              SELECT s.customer_id, s.currency, s.day AS from_day,
                coalesce(s.previous_day, DATE '-infinity') AS previous_day, coalesce(s.next_day, DATE 'infinity') AS to_day,
                (s.minor - s.change)::bigint AS before_minor, s.minor::bigint AS minor, p.present > 0 AS active,
                p.present - p.change > 0 AS active_before, p.ever_before, s.reconstructed
              FROM step s JOIN presence_since p ON p.customer_id = s.customer_id AND p.day = s.day
            ), gone AS (
              DELETE FROM mrr_step t USING term
              WHERE t.workspace_id = term.workspace_id AND t.customer_id = ANY (term.customers)
                AND NOT EXISTS (SELECT FROM made m WHERE m.customer_id = t.customer_id AND m.currency = t.currency
                  AND m.from_day = t.from_day)
            )
            INSERT INTO mrr_step AS t (workspace_id, customer_id, currency, from_day, previous_day, to_day, before_minor, minor,
              active, active_before, ever_before, reconstructed)
            SELECT term.workspace_id, m.customer_id, m.currency, m.from_day, m.previous_day, m.to_day, m.before_minor, m.minor,
              m.active, m.active_before, m.ever_before, m.reconstructed
            FROM made m, term ORDER BY m.customer_id
            ON CONFLICT (workspace_id, customer_id, currency, from_day) DO UPDATE SET
              previous_day = excluded.previous_day, to_day = excluded.to_day,
              before_minor = excluded.before_minor, minor = excluded.minor, active = excluded.active,
              active_before = excluded.active_before, ever_before = excluded.ever_before,
              reconstructed = excluded.reconstructed
            WHERE t IS DISTINCT FROM excluded
            """;

    private final Database database;

    JdbcMrrStepStore(Database database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void refresh(UUID workspaceId, ZoneId zone, Collection<UUID> customerIds) {
        database.update(REFRESH, zone.getId(), workspaceId, customerIds.toArray(UUID[]::new));
    }
}
