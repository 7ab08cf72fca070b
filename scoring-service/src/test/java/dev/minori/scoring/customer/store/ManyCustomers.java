package dev.minori.scoring.customer.store;

import java.util.UUID;

/** As many customers as a test wants to read, spread over owners, phases, states and amounts. */
public final class ManyCustomers {
    private ManyCustomers() {}

    /** The statement that inserts the grams of their names. */
    public static String grams(UUID workspaceId) {
        return """
                INSERT INTO customer_gram (workspace_id, gram, customer_id)
                SELECT DISTINCT s.workspace_id, substr(s.search_text, i, 2), s.customer_id
                FROM customer_summary s CROSS JOIN generate_series(1, length(s.search_text) - 1) i
                WHERE s.workspace_id = '%s'
                """.formatted(workspaceId);
    }

    /** The statement that inserts their summaries, for a role that passes the policies. */
    public static String insert(UUID workspaceId, int customers) {
        return """
                INSERT INTO customer_summary (workspace_id, customer_id, removed, name, name_kana, kana_order, search_text,
                  customer_code, phase, touch_model, owner_member_id, owner_name, team_name, mrr, mrr_minor, band, band_order,
                  points, points_change, coverage, calculated_at, next_date, next_date_kind, last_contact_at, open_tickets,
                  system, object_name, source_record_id, source_url, changed_at)
                SELECT '%s', gen_random_uuid(), false, name, kana, minori_fold(kana),
                  minori_fold(name) || e'\\x1f' || minori_fold(kana) || e'\\x1fc-' || lpad(n::text, 6, '0') || e'\\x1f',
                  'C-' || lpad(n::text, 6, '0'), (array['導入', '活用', '拡大', '更新', NULL])[n %% 5 + 1], 'ハイタッチ',
                  lpad((b %% 60)::text, 32, '0')::uuid, '担当' || b %% 60, 'チーム' || n %% 6,
                  jsonb_build_array(jsonb_build_object('minor', mrr, 'currency', 'JPY')), mrr,
                  (array['AT_RISK', 'WATCH', 'GOOD', 'GOOD', 'GOOD', 'UNKNOWN'])[b %% 6 + 1],
                  (array[1, 2, 3, 3, 3, NULL])[b %% 6 + 1],
                  CASE WHEN b %% 6 < 5 THEN random() * 100 END, CASE WHEN b %% 6 < 4 THEN random() * 40 - 20 END, 0.9,
                  now(), CASE WHEN n %% 10 < 8 THEN DATE '2026-11-22' + (random() * 700)::int END,
                  CASE WHEN n %% 10 < 8 THEN CASE n %% 2 WHEN 0 THEN 'NOTICE_DEADLINE' ELSE 'CONTRACT_END' END END,
                  CASE WHEN n %% 10 < 9 THEN TIMESTAMPTZ '2026-11-22' - random() * interval '200 days' END, n %% 4,
                  'salesforce', 'Account', '001' || n, 'https://crm.example/001' || n, now()
                FROM (
                  SELECT n, abs(hashtext('b' || n)) AS b, (random() * 500000)::bigint AS mrr,
                    (array['株式会社', '合同会社', ''])[n %% 3 + 1] || chr((19968 + n * 7919 %% 20000)::int) || chr((19968 + n * 104729 %% 20000)::int)
                      || (array['製作所', '商事', '運輸', '食品', '工業'])[n %% 5 + 1] || n AS name,
                    chr((12449 + n * 31 %% 80)::int) || chr((12449 + n * 17 %% 80)::int) || chr((12449 + n %% 80)::int) || n AS kana
                  FROM generate_series(1::bigint, %d) n) made
                """.formatted(workspaceId, customers);
    }
}
