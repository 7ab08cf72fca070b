package dev.minori.scoring.portfolio.store;

import dev.minori.scoring.customer.Visibility;
import dev.minori.scoring.portfolio.PortfolioStore.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Says in SQL whose customers a sum or a list is about: those the caller may see, of the owners that were asked for. */
final class ScopeConditions {
    private ScopeConditions() {}

    /** Restricts rows with an owner. */
    static String owned(Scope scope, String alias, List<Object> values) {
        StringBuilder sql = new StringBuilder();
        if (scope.visibility() instanceof Visibility.OwnedBy(List<UUID> memberIds)) {
            sql.append(" AND ").append(alias).append(".owner_member_id = ANY (?::uuid[])");
            values.add(memberIds.toArray(UUID[]::new));
        }
        if (scope.owners() != null) {
            sql.append(" AND ").append(alias).append(".owner_member_id = ANY (?::uuid[])");
            values.add(scope.owners().toArray(UUID[]::new));
        }
        return sql.toString();
    }

    /** Restricts rows of customers with the alias {@code t}, in the same order of values. */
    static String customers(Scope scope, List<Object> values) {
        List<Object> ownedValues = new ArrayList<>();
        String owned = owned(scope, "o", ownedValues);
        if (owned.isEmpty()) {
            return "";
        }
        values.add(scope.workspaceId());
        values.addAll(ownedValues);
        return " AND t.customer_id IN (SELECT o.customer_id FROM customer_summary o WHERE o.workspace_id = ?" + owned
                + ")";
    }
}
