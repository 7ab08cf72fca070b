package dev.minori.scoring.customer.store;

import dev.minori.events.HealthBand;
import dev.minori.scoring.customer.CustomerFilter;
import dev.minori.scoring.customer.CustomerList.Position;
import dev.minori.scoring.customer.CustomerSort;
import dev.minori.scoring.customer.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement over the summaries of a workspace, with its values. Each sorted column has an index that ends with the id;
 * rows in which the column is not known are a second statement, so that they come last in both directions and both are
 * read off the index.
 */
final class CustomerQuery {
    private static final String COLUMNS = """
            SELECT s.customer_id, s.name, s.name_kana, s.customer_code, s.industry, s.employees, s.website, s.phase,
              s.touch_model, s.owner_member_id, s.owner_name, s.team_name, s.mrr::text AS mrr, s.removed, s.changed_at,
              s.band, s.points, s.points_change, s.coverage, s.calculated_at, s.next_date, s.next_date_kind,
              s.last_contact_at, s.open_tickets, s.system, s.object_name, s.source_record_id, s.source_url,
              %s::text AS sort_value
            FROM customer_summary s WHERE s.workspace_id = ?""";

    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    private CustomerQuery(String start, UUID workspaceId) {
        this.sql = new StringBuilder(start);
        values.add(workspaceId);
    }

    /**
     * Customers of whom the sorted column is known, after a position.
     *
     * @param named what must hold for the names
     */
    static CustomerQuery known(
            UUID workspaceId,
            CustomerFilter filter,
            CustomerSort sort,
            List<NameSearch.Condition> named,
            Visibility visibility,
            @Nullable Position after,
            int limit) {
        SortColumn column = SortColumn.of(sort.column());
        CustomerQuery query = listed(workspaceId, filter, named, visibility, column);
        query.and(column.sql() + " IS NOT NULL");
        if (after != null && after.value() != null) {
            query.and(
                    "(" + column.sql() + ", s.customer_id) " + (sort.descending() ? "<" : ">") + " (?::" + column.type()
                            + ", ?)",
                    after.value(),
                    after.customerId());
        }
        String direction = sort.descending() ? " DESC" : "";
        query.end(" ORDER BY " + column.sql() + direction + ", s.customer_id" + direction + " LIMIT " + limit);
        return query;
    }

    /** Customers of whom the sorted column is not known, by id. */
    static CustomerQuery unknown(
            UUID workspaceId,
            CustomerFilter filter,
            CustomerSort sort,
            List<NameSearch.Condition> named,
            Visibility visibility,
            @Nullable UUID after,
            int limit) {
        SortColumn column = SortColumn.of(sort.column());
        CustomerQuery query = listed(workspaceId, filter, named, visibility, column);
        query.and(column.sql() + " IS NULL");
        if (after != null) {
            query.and("s.customer_id > ?", after);
        }
        query.end(" ORDER BY " + column.sql() + ", s.customer_id LIMIT " + limit);
        return query;
    }

    /** How many there are, up to a number. */
    static CustomerQuery count(
            UUID workspaceId,
            CustomerFilter filter,
            List<NameSearch.Condition> named,
            Visibility visibility,
            long most) {
        CustomerQuery query = new CustomerQuery(
                "SELECT count(*) AS customers FROM (SELECT FROM customer_summary s WHERE s.workspace_id = ?",
                workspaceId);
        query.restrict(filter, named, visibility);
        query.end(" LIMIT " + most + ") counted");
        return query;
    }

    /** One customer. */
    static CustomerQuery one(UUID workspaceId, UUID customerId, Visibility visibility) {
        CustomerQuery query = new CustomerQuery(COLUMNS.formatted("s.name"), workspaceId);
        query.and("s.customer_id = ?", customerId);
        query.restrict(visibility);
        return query;
    }

    String sql() {
        return sql.toString();
    }

    Object[] values() {
        return values.toArray();
    }

    private static CustomerQuery listed(
            UUID workspaceId,
            CustomerFilter filter,
            List<NameSearch.Condition> named,
            Visibility visibility,
            SortColumn column) {
        CustomerQuery query = new CustomerQuery(COLUMNS.formatted(column.sql()), workspaceId);
        query.restrict(filter, named, visibility);
        return query;
    }

    private void restrict(CustomerFilter filter, List<NameSearch.Condition> named, Visibility visibility) {
        and("NOT s.removed");
        restrict(visibility);
        if (!filter.bands().isEmpty()) {
            and("s.band = ANY (?)", (Object)
                    filter.bands().stream().map(HealthBand::name).toArray(String[]::new));
        }
        if (!filter.phases().isEmpty()) {
            and(filter.phases().contains("") ? "(s.phase = ANY (?) OR s.phase IS NULL)" : "s.phase = ANY (?)", (Object)
                    filter.phases().toArray(String[]::new));
        }
        if (filter.owners() != null) {
            and("s.owner_member_id = ANY (?::uuid[])", (Object) filter.owners().toArray(UUID[]::new));
        }
        if (filter.withoutOwner()) {
            and("s.owner_member_id IS NULL");
        }
        if (filter.mrrFrom() != null) {
            and("s.mrr_minor >= ?", filter.mrrFrom());
        }
        if (filter.mrrTo() != null) {
            and("s.mrr_minor <= ?", filter.mrrTo());
        }
        if (filter.nextDateFrom() != null) {
            and("s.next_date >= ?", filter.nextDateFrom());
        }
        if (filter.nextDateTo() != null) {
            and("s.next_date <= ?", filter.nextDateTo());
        }
        named.forEach(condition -> and(condition.sql(), condition.values()));
    }

    private void restrict(Visibility visibility) {
        switch (visibility) {
            case Visibility.Everything() -> {}
            case Visibility.OwnedBy(List<UUID> memberIds) ->
                and("s.owner_member_id = ANY (?::uuid[])", (Object) memberIds.toArray(UUID[]::new));
        }
    }

    private void and(String condition, Object... bound) {
        sql.append(" AND ").append(condition);
        values.addAll(List.of(bound));
    }

    private void end(String end) {
        sql.append(end);
    }

    /** A sorted column and the type its values are compared as. */
    private record SortColumn(String sql, String type) {
        static SortColumn of(CustomerSort.Column column) {
            return switch (column) {
                case NAME -> new SortColumn("s.name", "text");
                case KANA -> new SortColumn("s.kana_order", "text");
                case CODE -> new SortColumn("s.customer_code", "text");
                case OWNER -> new SortColumn("s.owner_name", "text");
                case TEAM -> new SortColumn("s.team_name", "text");
                case PHASE -> new SortColumn("s.phase", "text");
                case BAND -> new SortColumn("s.band_order", "integer");
                case POINTS -> new SortColumn("s.points", "double precision");
                case POINTS_CHANGE -> new SortColumn("s.points_change", "double precision");
                case MRR -> new SortColumn("s.mrr_minor", "bigint");
                case NEXT_DATE -> new SortColumn("s.next_date", "date");
                case LAST_CONTACT -> new SortColumn("s.last_contact_at", "timestamptz");
                case OPEN_TICKETS -> new SortColumn("s.open_tickets", "bigint");
            };
        }
    }
}
