package dev.minori.scoring.customer.store;

import dev.minori.kit.sql.Database;
import dev.minori.scoring.customer.SummaryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** Makes summaries with one statement that writes only what differs. */
@ApplicationScoped
class JdbcSummaryStore implements SummaryStore {
    private static final String REFRESH = """
            WITH term AS (SELECT ?::text AS currency, ?::date AS today, ?::timestamptz AS now, ?::timestamptz AS before)
            INSERT INTO customer_summary AS t (workspace_id, customer_id, removed, name, name_kana, kana_order, search_text,
              customer_code, industry, employees, website, phase, touch_model, owner_member_id, owner_name, team_name, mrr,
              mrr_minor, band, band_order, points, points_change, coverage, calculated_at, next_date, next_date_kind,
              last_contact_at, open_tickets, system, object_name, source_record_id, source_url, changed_at)
            SELECT p.workspace_id, p.customer_id, p.removed, p.name, p.name_kana,
              minori_fold(coalesce(p.name_kana, p.name)),
              p.search_text,
              p.customer_code, p.industry, p.employees, p.website, p.phase, p.touch_model, p.owner_member_id, owner.name,
              team.name, p.mrr, amount.minor, coalesce(h.band, 'UNKNOWN'),
              CASE h.band WHEN 'AT_RISK' THEN 1 WHEN 'WATCH' THEN 2 WHEN 'GOOD' THEN 3 END,
              h.points, h.points - old_score.points, h.coverage, h.calculated_at, next.day, next.kind, contact.at,
              tickets.open, c.system, c.object_name, c.source_record_id, c.source_url, p.changed_at
            FROM customer_profile p
            CROSS JOIN term
            JOIN customer_current c ON c.workspace_id = p.workspace_id AND c.fact_id = p.fact_id
            LEFT JOIN health_current h ON h.workspace_id = p.workspace_id AND h.customer_id = p.customer_id
            LEFT JOIN directory_member owner
              ON owner.workspace_id = p.workspace_id AND owner.member_id = p.owner_member_id
            LEFT JOIN LATERAL (
              SELECT min(d.name COLLATE "C") AS name FROM directory_team d
              WHERE d.workspace_id = p.workspace_id AND d.active AND d.team_id = ANY (owner.team_ids)) team ON true
            LEFT JOIN LATERAL (
              SELECT (e ->> 'minor')::bigint AS minor FROM jsonb_array_elements(p.mrr) e
              WHERE e ->> 'currency' = term.currency) amount ON true
            LEFT JOIN LATERAL (
              SELECT s.points FROM health_score s
              WHERE s.workspace_id = p.workspace_id AND s.customer_id = p.customer_id AND s.calculated_at <= term.before
              ORDER BY s.known_from DESC LIMIT 1) old_score ON true
            LEFT JOIN LATERAL (
              SELECT d.day, d.kind
              FROM contract_current k
              CROSS JOIN LATERAL (VALUES
                (CASE WHEN k.cancelled_on IS NULL THEN k.notice_deadline END, 'NOTICE_DEADLINE'),
                (least(k.end_date, k.cancelled_on) - 1, 'CONTRACT_END')) d(day, kind)
              WHERE k.workspace_id = p.workspace_id AND k.customer_id = p.customer_id AND NOT k.removed
                AND coalesce(least(k.end_date, k.cancelled_on) > term.today, true) AND d.day >= term.today
              ORDER BY d.day, d.kind DESC LIMIT 1) next ON true
            LEFT JOIN LATERAL (
              SELECT max(m.sent_at) AS at FROM message_current m
              WHERE m.workspace_id = p.workspace_id AND m.customer_id = p.customer_id AND NOT m.removed
                AND m.sent_at <= term.now) contact ON true
            LEFT JOIN LATERAL (
              SELECT count(*) AS open FROM ticket_current i
              WHERE i.workspace_id = p.workspace_id AND i.customer_id = p.customer_id AND NOT i.removed
                AND i.closed_at IS NULL) tickets ON true
            WHERE p.workspace_id = ? AND p.customer_id = ANY (?::uuid[])
            ORDER BY p.customer_id
            ON CONFLICT (workspace_id, customer_id) DO UPDATE SET
              removed = excluded.removed, name = excluded.name, name_kana = excluded.name_kana,
              kana_order = excluded.kana_order, search_text = excluded.search_text,
              customer_code = excluded.customer_code, industry = excluded.industry, employees = excluded.employees,
              website = excluded.website, phase = excluded.phase, touch_model = excluded.touch_model,
              owner_member_id = excluded.owner_member_id, owner_name = excluded.owner_name,
              team_name = excluded.team_name, mrr = excluded.mrr, mrr_minor = excluded.mrr_minor, band = excluded.band,
              band_order = excluded.band_order, points = excluded.points, points_change = excluded.points_change,
              coverage = excluded.coverage, calculated_at = excluded.calculated_at, next_date = excluded.next_date,
              next_date_kind = excluded.next_date_kind, last_contact_at = excluded.last_contact_at,
              open_tickets = excluded.open_tickets, system = excluded.system, object_name = excluded.object_name,
              source_record_id = excluded.source_record_id, source_url = excluded.source_url,
              changed_at = excluded.changed_at
            WHERE t IS DISTINCT FROM excluded
            """;

    private final Database database;

    JdbcSummaryStore(Database database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void refresh(
            UUID workspaceId,
            Collection<UUID> customerIds,
            String currency,
            LocalDate today,
            Instant now,
            Instant before) {
        database.update(REFRESH, currency, today, now, before, workspaceId, customerIds.toArray(UUID[]::new));
    }
}
