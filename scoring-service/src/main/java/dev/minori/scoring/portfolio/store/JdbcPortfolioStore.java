package dev.minori.scoring.portfolio.store;

import dev.minori.events.HealthBand;
import dev.minori.kit.sql.Database;
import dev.minori.scoring.portfolio.FiscalPeriod;
import dev.minori.scoring.portfolio.MrrMovements;
import dev.minori.scoring.portfolio.MrrMovements.Kind;
import dev.minori.scoring.portfolio.MrrMovements.Move;
import dev.minori.scoring.portfolio.PayerStore;
import dev.minori.scoring.portfolio.PayerStore.PayerTotal;
import dev.minori.scoring.portfolio.PortfolioStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sums in PostgreSQL: what moved is read off the steps of a period, one group a customer. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcPortfolioStore implements PortfolioStore {
    private static final String PERIODS = """
            WITH period AS (
              SELECT * FROM unnest(?::integer[], ?::text[]::date[], ?::text[]::date[]) AS p(number, from_day, to_day))
            """;

    /**
     * One row a customer and period with steps in it: the first one has its step before ahead of the period, the last one
     * holds beyond it. {@code to_day} of a period is its last day.
     */
    private static final String MOVED = """
            , net AS (
              SELECT p.number, t.customer_id,
                max(t.before_minor) FILTER (WHERE t.previous_day < p.from_day) AS before_minor,
                max(t.minor) FILTER (WHERE t.to_day > p.to_day) AS after_minor,
                max(t.minor) AS most_minor,
                bool_or(t.active_before) FILTER (WHERE t.previous_day < p.from_day) AS active_before,
                bool_or(t.ever_before) FILTER (WHERE t.previous_day < p.from_day) AS ever_before,
                bool_or(t.active) FILTER (WHERE t.to_day > p.to_day) AS active,
                bool_or(t.reconstructed) AS reconstructed
              FROM period p
              JOIN mrr_step t ON t.from_day >= p.from_day AND t.from_day <= p.to_day
              WHERE t.workspace_id = ? AND t.currency = ? %s
              GROUP BY p.number, t.customer_id
            ), moved AS (
              SELECT n.*, CASE
                WHEN n.before_minor = 0 AND n.after_minor = 0 THEN NULL
                WHEN n.before_minor = 0 AND n.active_before THEN 'CURRENCY_CHANGE'
                WHEN n.before_minor = 0 AND n.ever_before THEN 'REACTIVATION'
                WHEN n.before_minor = 0 THEN 'NEW'
                WHEN n.after_minor = 0 AND n.active THEN 'CURRENCY_CHANGE'
                WHEN n.after_minor = 0 THEN 'CHURN'
                WHEN n.after_minor > n.before_minor THEN 'EXPANSION'
                WHEN n.after_minor < n.before_minor THEN 'CONTRACTION' END AS kind
              FROM net n)
            """;

    private final Database database;
    private final PayerStore payers;

    JdbcPortfolioStore(Database database, PayerStore payers) {
        this.database = database;
        this.payers = payers;
    }

    private record KindRow(
            int period,
            @Nullable String kind,
            long minor,
            long customers,
            long more,
            long joinedAndLeft,
            long reconstructed) {}

    private record EndingRow(int period, boolean deadline, Dated dated) {}

    @Override
    public List<Cell> cells(Scope scope) {
        List<Object> values = new ArrayList<>(List.of(scope.workspaceId()));
        String owned = ScopeConditions.owned(scope, "s", values);
        return database.query(
                """
                SELECT s.phase, s.band, count(*) AS customers, coalesce(sum(s.mrr_minor), 0)::bigint AS minor,
                  count(*) FILTER (WHERE s.mrr_minor IS NULL) AS without_mrr
                FROM customer_summary s WHERE s.workspace_id = ? AND NOT s.removed %s
                GROUP BY s.phase, s.band ORDER BY s.phase, s.band
                """.formatted(owned),
                row -> new Cell(
                        row.findText("phase"),
                        HealthBand.valueOf(row.text("band")),
                        row.number("customers"),
                        row.number("minor"),
                        row.number("without_mrr")),
                values.toArray());
    }

    @Override
    public List<MrrMovements> movements(Scope scope, String currency, List<FiscalPeriod> periods) {
        List<Object> values = periodValues(periods);
        values.addAll(List.of(scope.workspaceId(), currency));
        String visible = ScopeConditions.customers(scope, values);
        List<KindRow> moved = database.query(
                PERIODS + MOVED.formatted(visible) + """
                SELECT m.number, m.kind, sum(m.after_minor - m.before_minor)::bigint AS minor,
                  count(*) FILTER (WHERE m.kind IS NOT NULL) AS customers,
                  count(*) FILTER (WHERE m.before_minor = 0 AND m.after_minor <> 0)
                    - count(*) FILTER (WHERE m.before_minor <> 0 AND m.after_minor = 0) AS more,
                  count(*) FILTER (WHERE m.kind IS NULL AND m.before_minor = 0 AND m.most_minor > 0) AS joined_and_left,
                  count(*) FILTER (WHERE m.reconstructed AND m.kind IS NOT NULL) AS reconstructed
                FROM moved m GROUP BY m.number, m.kind
                """,
                row -> new KindRow(
                        row.integer("number"),
                        row.findText("kind"),
                        row.number("minor"),
                        row.number("customers"),
                        row.number("more"),
                        row.number("joined_and_left"),
                        row.number("reconstructed")),
                values.toArray());
        List<MrrMovements> movements = new ArrayList<>();
        PayerTotal level =
                payers.total(scope, currency, periods.getFirst().from().minusDays(1));
        for (int number = 0; number < periods.size(); number++) {
            MrrMovements next = movements(number, level, moved);
            movements.add(next);
            level = new PayerTotal(next.endCustomers(), next.endMinor());
        }
        return movements;
    }

    private static MrrMovements movements(int number, PayerTotal start, List<KindRow> moved) {
        Map<Kind, Move> moves = new EnumMap<>(Kind.class);
        long customers = start.customers();
        long joinedAndLeft = 0;
        long reconstructed = 0;
        for (KindRow row : moved) {
            if (row.period() == number) {
                customers += row.more();
                joinedAndLeft += row.joinedAndLeft();
                reconstructed += row.reconstructed();
                if (row.kind() != null) {
                    moves.put(Kind.valueOf(row.kind()), new Move(row.minor(), row.customers()));
                }
            }
        }
        return new MrrMovements(start.mrrMinor(), start.customers(), customers, moves, joinedAndLeft, reconstructed);
    }

    @Override
    public List<Mover> movers(
            Scope scope,
            String currency,
            FiscalPeriod period,
            @Nullable Kind kind,
            @Nullable MoverPosition after,
            int limit) {
        List<Object> values = periodValues(List.of(period));
        values.addAll(List.of(scope.workspaceId(), currency));
        String visible = ScopeConditions.customers(scope, values);
        values.add(scope.workspaceId());
        StringBuilder end = new StringBuilder();
        if (kind != null) {
            end.append(" AND m.kind = ?");
            values.add(kind.name());
        }
        if (after != null) {
            end.append(" AND (abs(m.after_minor - m.before_minor), m.customer_id) < (?, ?)");
            values.add(after.size());
            values.add(after.customerId());
        }
        values.add(limit);
        return database.query(
                PERIODS + MOVED.formatted(visible) + """
                SELECT m.customer_id, s.name, s.owner_member_id, s.owner_name, m.kind, m.before_minor, m.after_minor
                FROM moved m
                JOIN customer_summary s ON s.workspace_id = ? AND s.customer_id = m.customer_id
                WHERE m.kind IS NOT NULL %s
                ORDER BY abs(m.after_minor - m.before_minor) DESC, m.customer_id DESC LIMIT ?
                """.formatted(end),
                row -> new Mover(
                        row.uuid("customer_id"),
                        row.text("name"),
                        row.findUuid("owner_member_id"),
                        row.findText("owner_name"),
                        Kind.valueOf(row.text("kind")),
                        row.number("before_minor"),
                        row.number("after_minor")),
                values.toArray());
    }

    @Override
    public List<Ending> endings(Scope scope, String currency, List<FiscalPeriod> periods) {
        List<Object> values = periodValues(periods);
        values.addAll(List.of(scope.workspaceId(), scope.workspaceId(), currency));
        String owned = ScopeConditions.owned(scope, "s", values);
        List<EndingRow> rows = database.query(
                PERIODS + """
                , dated AS (
                  SELECT p.number, false AS to_notice, k.workspace_id, k.customer_id, k.auto_renew, k.mrr_minor,
                    k.mrr_currency
                  FROM period p
                  JOIN contract_current k ON k.over_on > p.from_day
                    AND k.over_on <= p.to_day + 1
                  WHERE k.workspace_id = ? AND NOT k.removed
                  UNION ALL
                  SELECT p.number, true, k.workspace_id, k.customer_id, k.auto_renew, k.mrr_minor, k.mrr_currency
                  FROM period p
                  JOIN contract_current k ON k.notice_deadline BETWEEN p.from_day AND p.to_day
                  WHERE k.workspace_id = ? AND NOT k.removed AND k.cancelled_on IS NULL)
                SELECT d.number, d.to_notice, count(*) AS contracts, count(DISTINCT d.customer_id) AS customers,
                  coalesce(sum(a.minor), 0)::bigint AS minor, count(*) FILTER (WHERE a.minor IS NULL) AS without_mrr,
                  count(*) FILTER (WHERE d.auto_renew) AS auto_renewing
                FROM dated d
                JOIN customer_summary s ON s.workspace_id = d.workspace_id AND s.customer_id = d.customer_id
                CROSS JOIN LATERAL (SELECT CASE WHEN d.mrr_currency = ? THEN d.mrr_minor END AS minor) a
                WHERE NOT s.removed %s
                GROUP BY d.number, d.to_notice
                """.formatted(owned),
                row -> new EndingRow(
                        row.integer("number"),
                        row.flag("to_notice"),
                        new Dated(
                                row.number("contracts"),
                                row.number("customers"),
                                row.number("minor"),
                                row.number("without_mrr"),
                                row.number("auto_renewing"))),
                values.toArray());
        return IntStream.range(0, periods.size())
                .mapToObj(number -> new Ending(dated(rows, number, false), dated(rows, number, true)))
                .toList();
    }

    private static Dated dated(List<EndingRow> rows, int number, boolean deadline) {
        return rows.stream()
                .filter(row -> row.period() == number && row.deadline() == deadline)
                .map(EndingRow::dated)
                .findFirst()
                .orElse(new Dated(0, 0, 0, 0, 0));
    }

    @Override
    public List<String> currencies(UUID workspaceId) {
        // One look into the index a currency, not one a row.
        return database.query("""
                WITH RECURSIVE found AS (
                  (SELECT t.currency FROM mrr_step t WHERE t.workspace_id = ? ORDER BY t.currency LIMIT 1)
                  UNION ALL
                  SELECT (SELECT t.currency FROM mrr_step t WHERE t.workspace_id = ? AND t.currency > f.currency
                          ORDER BY t.currency LIMIT 1)
                  FROM found f WHERE f.currency IS NOT NULL)
                SELECT currency FROM found WHERE currency IS NOT NULL
                """, row -> row.text("currency"), workspaceId, workspaceId);
    }

    private static List<Object> periodValues(List<FiscalPeriod> periods) {
        List<Object> values = new ArrayList<>();
        values.add(IntStream.range(0, periods.size()).boxed().toArray(Integer[]::new));
        values.add(periods.stream().map(period -> period.from().toString()).toArray(String[]::new));
        values.add(periods.stream().map(period -> period.to().toString()).toArray(String[]::new));
        return values;
    }
}
