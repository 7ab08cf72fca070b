package dev.minori.playbook.run.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.run.RunFilter;
import dev.minori.playbook.run.RunLists;
import dev.minori.playbook.run.RunRow;
import dev.minori.playbook.search.Conditions;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of runs with the names they show, in one query. */
@ApplicationScoped
class SqlRunLists implements RunLists {
    private static final String SELECT = """
            select r.*, c.name as customer_name, d.key as playbook_key, d.name_ja as playbook_ja,
              d.name_en as playbook_en, d.paused, s.entered_at as since
             from playbook_run r
             join definition d on d.workspace_id = r.workspace_id and d.id = r.playbook_id
             left join customer_profile c on c.workspace_id = r.workspace_id and c.customer_id = r.customer_id
             left join playbook_run_step s on s.workspace_id = r.workspace_id and s.run_id = r.id
               and s.step_id = r.step_id
             where r.workspace_id = ?""";

    private static final String COUNT = """
            select r.%s as place, count(*)::integer as runs
             from playbook_run r
             left join customer_profile c on c.workspace_id = r.workspace_id and c.customer_id = r.customer_id
             where r.workspace_id = ?""";

    private final Database database;

    SqlRunLists(Database database) {
        this.database = database;
    }

    @Override
    public List<RunRow> list(RunFilter filter, @Nullable UUID before, int limit) {
        Conditions conditions = narrow(Conditions.of(SELECT, WorkspaceContext.current()), filter)
                .andIf("r.id < ?", before)
                .then("order by r.id desc limit ?", limit);
        return database.query(conditions.sql(), SqlRunLists::read, conditions.values());
    }

    @Override
    public Map<String, Integer> countByState(RunFilter filter) {
        return count(narrow(Conditions.of(COUNT.formatted("state"), WorkspaceContext.current()), filter)
                .then("group by r.state"));
    }

    @Override
    public Map<String, Integer> countByStep(RunFilter filter) {
        return count(narrow(Conditions.of(COUNT.formatted("step_id"), WorkspaceContext.current()), filter)
                .and("r.active")
                .then("group by r.step_id"));
    }

    private Map<String, Integer> count(Conditions conditions) {
        Map<String, Integer> counts = new HashMap<>();
        database.query(conditions.sql(), row -> Map.entry(row.text("place"), row.integer("runs")), conditions.values())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static Conditions narrow(Conditions conditions, RunFilter filter) {
        conditions
                .andIf("r.playbook_id = ?", filter.playbookId())
                .andIf("r.customer_id = ?", filter.customerId())
                .andIf("r.step_id = ?", filter.stepId())
                .andIn("c.owner_member_id", filter.visibleOwners());
        return "active".equals(filter.state())
                ? conditions.and("r.active")
                : conditions.andIf("r.state = ?", filter.state());
    }

    @Override
    public Optional<RunRow> find(UUID id) {
        Conditions conditions =
                Conditions.of(SELECT, WorkspaceContext.current()).and("r.id = ?", id);
        return database.one(conditions.sql(), SqlRunLists::read, conditions.values());
    }

    private static RunRow read(Row row) {
        Instant entered = row.findInstant("since");
        Instant finished = row.findInstant("finished_at");
        return new RunRow(
                RunRows.run(row),
                row.findText("customer_name"),
                row.text("playbook_key"),
                new LocalText(row.text("playbook_ja"), row.text("playbook_en")),
                row.flag("paused"),
                finished != null ? finished : entered != null ? entered : row.instant("started_at"));
    }
}
