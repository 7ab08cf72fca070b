package dev.minori.playbook.task.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.page.SortedPages.Position;
import dev.minori.playbook.search.Conditions;
import dev.minori.playbook.search.SortKey;
import dev.minori.playbook.task.TaskFilter;
import dev.minori.playbook.task.TaskLists;
import dev.minori.playbook.task.TaskRow;
import dev.minori.playbook.task.TaskSort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of tasks with the names they show, in one query. */
@ApplicationScoped
class SqlTaskLists implements TaskLists {
    private static final String FROM = "\n" + """
             from cs_task t
             left join customer_profile c on c.workspace_id = t.workspace_id and c.customer_id = t.customer_id
             left join directory_member m on m.workspace_id = t.workspace_id and m.member_id = t.owner_member_id
             where t.workspace_id = ?""";

    private final Database database;

    SqlTaskLists(Database database) {
        this.database = database;
    }

    private static SortKey key(TaskSort sort) {
        String due = "coalesce(t.due_on, 'infinity'::date)";
        String customer = "coalesce(c.name, '')";
        return switch (sort) {
            case NEWEST -> new SortKey("t.created_at", "timestamptz", "t.id", true);
            case OLDEST -> new SortKey("t.created_at", "timestamptz", "t.id", false);
            case DUE -> new SortKey(due, "date", "t.id", false);
            case LATEST_DUE -> new SortKey(due, "date", "t.id", true);
            case PRIORITY -> new SortKey("t.priority", "integer", "t.id", false);
            case LOWEST_PRIORITY -> new SortKey("t.priority", "integer", "t.id", true);
            case CUSTOMER -> new SortKey(customer, "text", "t.id", false);
            case CUSTOMER_BACKWARDS -> new SortKey(customer, "text", "t.id", true);
        };
    }

    private static String select(SortKey key) {
        return "select t.*, c.name as customer_name, m.name as owner_name, (" + key.expression() + ")::text as sort_key"
                + FROM;
    }

    @Override
    public List<TaskRow> list(TaskFilter filter, TaskSort sort, @Nullable Position behind, int limit) {
        SortKey key = key(sort);
        Conditions conditions = narrow(Conditions.of(select(key), WorkspaceContext.current()), filter)
                .page(key, behind, limit);
        return database.query(conditions.sql(), SqlTaskLists::read, conditions.values());
    }

    @Override
    public int count(TaskFilter filter, int most) {
        Conditions conditions = narrow(
                Conditions.of("select count(*) as found from (select 1" + FROM, WorkspaceContext.current()), filter);
        conditions.then("limit ?) few", most);
        return database.one(conditions.sql(), row -> row.integer("found"), conditions.values())
                .orElse(0);
    }

    @Override
    public Optional<TaskRow> find(UUID id) {
        Conditions conditions = Conditions.of(select(key(TaskSort.NEWEST)), WorkspaceContext.current())
                .and("t.id = ?", id);
        return database.one(conditions.sql(), SqlTaskLists::read, conditions.values());
    }

    private static Conditions narrow(Conditions conditions, TaskFilter filter) {
        conditions
                .andIn("t.owner_member_id", filter.owners())
                .andIf("t.customer_id = ?", filter.customerId())
                .andIf("t.run_id = ?", filter.runId())
                .andIf("t.alert_id = ?", filter.alertId())
                .andIf("t.created_by = ?", filter.createdBy())
                .andIf(
                        "t.kind = ?",
                        filter.kind() == null ? null : filter.kind().wireName())
                .andIf(
                        "t.priority = ?",
                        filter.priority() == null ? null : filter.priority().rank())
                .andIf("t.due_on >= ?", filter.dueFrom())
                .andIf("t.due_on <= ?", filter.dueTo())
                .andIf("t.due_on < ?", filter.overdueOn())
                .andIf("t.created_at >= ?", filter.createdFrom())
                .andIf("t.created_at < ?", filter.createdBefore())
                .andIn("c.owner_member_id", filter.customerOwners());
        if (filter.unowned()) {
            conditions.and("t.owner_member_id is null");
        }
        if (filter.openAt() != null) {
            conditions.and(
                    "t.created_at < ? and (t.ended_at is null or t.ended_at >= ?)", filter.openAt(), filter.openAt());
        }
        if (filter.completedFrom() != null) {
            conditions.and("t.state = 'completed' and t.ended_at >= ?", filter.completedFrom());
        }
        if (filter.completedBefore() != null) {
            conditions.and("t.state = 'completed' and t.ended_at < ?", filter.completedBefore());
        }
        if (filter.text() != null) {
            conditions.and(
                    "(position(? in t.search_text) > 0 or position(? in c.search_text) > 0)",
                    filter.text(),
                    filter.text());
        }
        return state(conditions, filter);
    }

    private static Conditions state(Conditions conditions, TaskFilter filter) {
        return switch (filter.states()) {
            case null -> conditions;
            case "active" -> conditions.and("t.state in ('open', 'snoozed')");
            case "ended" -> conditions.and("t.state in ('completed', 'cancelled')");
            case "open" ->
                conditions.and(
                        "t.state in ('open', 'snoozed') and (t.state = 'open' or t.snoozed_until <= ?)", filter.now());
            case "snoozed" -> conditions.and("t.state = 'snoozed' and t.snoozed_until > ?", filter.now());
            case String state -> conditions.and("t.state = ?", state);
        };
    }

    private static TaskRow read(Row row) {
        return new TaskRow(
                TaskColumns.read(row), row.findText("customer_name"), row.findText("owner_name"), row.text("sort_key"));
    }
}
