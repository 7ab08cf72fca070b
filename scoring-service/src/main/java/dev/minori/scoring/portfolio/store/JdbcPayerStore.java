package dev.minori.scoring.portfolio.store;

import dev.minori.kit.sql.Database;
import dev.minori.scoring.portfolio.PayerStore;
import dev.minori.scoring.portfolio.PortfolioStore.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the step of each customer that holds on the day; there is at most one a currency. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JdbcPayerStore implements PayerStore {
    private static final String HOLDS =
            "t.workspace_id = ? AND t.currency = ? AND t.from_day <= ? AND t.to_day > ? AND t.minor <> 0";

    private final Database database;

    JdbcPayerStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Payer> list(Scope scope, String currency, LocalDate on, @Nullable PayerPosition after, int limit) {
        List<Object> values = holds(scope.workspaceId(), currency, on);
        String restricted = ScopeConditions.owned(scope, "s", values);
        if (after != null) {
            restricted += " AND (t.minor, t.customer_id) < (?, ?)";
            values.addAll(List.of(after.mrrMinor(), after.customerId()));
        }
        values.add(limit);
        return database.query(
                """
                SELECT t.customer_id, s.name, s.owner_member_id, s.owner_name, t.minor
                FROM mrr_step t
                JOIN customer_summary s ON s.workspace_id = t.workspace_id AND s.customer_id = t.customer_id
                WHERE %s %s
                ORDER BY t.minor DESC, t.customer_id DESC LIMIT ?
                """.formatted(HOLDS, restricted),
                row -> new Payer(
                        row.uuid("customer_id"),
                        row.text("name"),
                        row.findUuid("owner_member_id"),
                        row.findText("owner_name"),
                        row.number("minor")),
                values.toArray());
    }

    @Override
    public PayerTotal total(Scope scope, String currency, LocalDate on) {
        List<Object> values = holds(scope.workspaceId(), currency, on);
        String visible = ScopeConditions.customers(scope, values);
        return database.one(
                        """
                        SELECT count(*) AS customers, coalesce(sum(t.minor), 0)::bigint AS minor
                        FROM mrr_step t WHERE %s %s
                        """.formatted(HOLDS, visible),
                        row -> new PayerTotal(row.number("customers"), row.number("minor")),
                        values.toArray())
                .orElseThrow();
    }

    private static List<Object> holds(UUID workspaceId, String currency, LocalDate on) {
        return new ArrayList<>(List.of(workspaceId, currency, on, on));
    }
}
