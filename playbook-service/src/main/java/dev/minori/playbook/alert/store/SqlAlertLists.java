package dev.minori.playbook.alert.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.alert.AlertFilter;
import dev.minori.playbook.alert.AlertLists;
import dev.minori.playbook.alert.AlertRow;
import dev.minori.playbook.alert.AlertSort;
import dev.minori.playbook.page.SortedPages.Position;
import dev.minori.playbook.search.Conditions;
import dev.minori.playbook.search.SortKey;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of alerts with the names they show, in one query. */
@ApplicationScoped
class SqlAlertLists implements AlertLists {
    private static final String FROM = "\n" + """
             from alert a
             left join customer_profile c on c.workspace_id = a.workspace_id and c.customer_id = a.customer_id
             left join directory_member m on m.workspace_id = a.workspace_id and m.member_id = c.owner_member_id
             left join definition d on d.workspace_id = a.workspace_id and d.id = a.rule_id
             where a.workspace_id = ?""";

    private final Database database;
    private final Clock clock;

    SqlAlertLists(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private static SortKey key(AlertSort sort) {
        String customer = "coalesce(c.name, '')";
        String rank = "(case a.severity when 'high' then 1 when 'medium' then 2 else 3 end)";
        return switch (sort) {
            case NEWEST -> new SortKey("a.opened_at", "timestamptz", "a.id", true);
            case OLDEST -> new SortKey("a.opened_at", "timestamptz", "a.id", false);
            case LAST_OCCURRED -> new SortKey("a.last_occurred_at", "timestamptz", "a.id", true);
            case SEVERITY -> new SortKey(rank, "integer", "a.id", false);
            case CUSTOMER -> new SortKey(customer, "text", "a.id", false);
            case CUSTOMER_BACKWARDS -> new SortKey(customer, "text", "a.id", true);
        };
    }

    private static String select(SortKey key) {
        return "select a.*, c.name as customer_name, c.owner_member_id as customer_owner, m.name as owner_name,"
                + " coalesce(d.key, '') as rule_key, coalesce(d.name_ja, '') as rule_ja,"
                + " coalesce(d.name_en, '') as rule_en, (" + key.expression() + ")::text as sort_key" + FROM;
    }

    @Override
    public List<AlertRow> list(AlertFilter filter, AlertSort sort, @Nullable Position behind, int limit) {
        SortKey key = key(sort);
        Conditions conditions = narrow(Conditions.of(select(key), WorkspaceContext.current()), filter)
                .page(key, behind, limit);
        return database.query(conditions.sql(), SqlAlertLists::read, conditions.values());
    }

    @Override
    public int count(AlertFilter filter, int most) {
        Conditions conditions = narrow(
                Conditions.of("select count(*) as found from (select 1" + FROM, WorkspaceContext.current()), filter);
        conditions.then("limit ?) few", most);
        return database.one(conditions.sql(), row -> row.integer("found"), conditions.values())
                .orElse(0);
    }

    @Override
    public Optional<AlertRow> find(UUID id) {
        Conditions conditions = Conditions.of(select(key(AlertSort.NEWEST)), WorkspaceContext.current())
                .and("a.id = ?", id);
        return database.one(conditions.sql(), SqlAlertLists::read, conditions.values());
    }

    private Conditions narrow(Conditions conditions, AlertFilter filter) {
        conditions
                .andIf("a.state = ?", filter.open() == null ? null : filter.open() ? "open" : "closed")
                .andIf("a.customer_id = ?", filter.customerId())
                .andIf("a.rule_id = ?", filter.ruleId())
                .andIf(
                        "a.severity = ?",
                        filter.severity() == null ? null : filter.severity().wireName())
                .andIn("c.owner_member_id", filter.owners())
                .andIf("a.opened_at >= ?", filter.openedFrom())
                .andIf("a.opened_at < ?", filter.openedBefore())
                .andIf("a.closed_at >= ?", filter.closedFrom())
                .andIf("a.closed_at < ?", filter.closedBefore())
                .andIn("c.owner_member_id", filter.visibleOwners());
        if (filter.unowned()) {
            conditions.and("c.owner_member_id is null");
        }
        if (filter.snoozed() != null) {
            conditions.and("coalesce(a.snoozed_until > ?, false) = ?", clock.instant(), filter.snoozed());
        }
        if (filter.openAt() != null) {
            conditions.and(
                    "a.opened_at < ? and (a.closed_at is null or a.closed_at >= ?)", filter.openAt(), filter.openAt());
        }
        if (filter.text() != null) {
            conditions.and(
                    "(position(? in a.search_text) > 0 or position(? in c.search_text) > 0)",
                    filter.text(),
                    filter.text());
        }
        return conditions;
    }

    private static AlertRow read(Row row) {
        return new AlertRow(
                AlertColumns.read(row),
                row.findText("customer_name"),
                row.findUuid("customer_owner"),
                row.findText("owner_name"),
                row.text("rule_key"),
                new LocalText(row.text("rule_ja"), row.text("rule_en")),
                row.text("sort_key"));
    }
}
