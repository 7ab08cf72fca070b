package dev.minori.playbook.figure.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.sql.Row;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.playbook.figure.Period;
import dev.minori.playbook.figure.WorkCount;
import dev.minori.playbook.figure.WorkCounts;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts work from its rows. The conditions are those of the lists, so that a number opens the rows it counts. */
@ApplicationScoped
class SqlWorkCounts implements WorkCounts {
    private final Database database;

    SqlWorkCounts(Database database) {
        this.database = database;
    }

    @Override
    public List<WorkCount> tasks(Period period, @Nullable List<UUID> owners, @Nullable List<UUID> visibleOwners) {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(List.of(
                period.end(),
                period.end(),
                period.start(),
                period.end(),
                period.start(),
                period.end(),
                period.endDay(),
                period.end(),
                WorkspaceContext.current(),
                period.end(),
                period.start()));
        String narrow = in("owner_member_id", owners, values, "t.") + visible(visibleOwners, values, "t.");
        return database.query("""
                select w.owner_member_id as id, m.name as ja, m.name as en, count(*) filter (where w.open) as open,
                  count(*) filter (where w.opened) as opened, count(*) filter (where w.done) as done,
                  count(*) filter (where w.open and w.late) as overdue, avg(w.age) filter (where w.open) as age
                from (
                  select t.workspace_id, t.owner_member_id,
                    t.created_at < ? and (t.ended_at is null or t.ended_at >= ?) as open,
                    t.created_at >= ? and t.created_at < ? as opened,
                    t.state = 'completed' and t.ended_at >= ? and t.ended_at < ? as done,
                    coalesce(t.due_on < ?, false) as late,
                    (extract(epoch from (?::timestamptz - t.created_at)) / 86400)::double precision as age
                  from cs_task t
                  where t.workspace_id = ? and t.created_at < ? and (t.ended_at is null or t.ended_at >= ?)%s
                ) w
                left join directory_member m on m.workspace_id = w.workspace_id and m.member_id = w.owner_member_id
                group by w.owner_member_id, m.name
                order by open desc, opened desc, m.name
                """.formatted(narrow), SqlWorkCounts::read, values.toArray());
    }

    @Override
    public List<WorkCount> alerts(
            Period period, AlertsBy by, @Nullable List<UUID> owners, @Nullable List<UUID> visibleOwners) {
        String id = switch (by) {
            case CUSTOMER -> "a.customer_id";
            case RULE -> "a.rule_id";
            case OWNER -> "c.owner_member_id";
        };
        String names = switch (by) {
            case CUSTOMER -> "c.name as ja, c.name as en";
            case RULE -> "d.name_ja as ja, d.name_en as en";
            case OWNER -> "m.name as ja, m.name as en";
        };
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(List.of(
                period.end(),
                period.end(),
                period.start(),
                period.end(),
                period.start(),
                period.end(),
                period.end(),
                WorkspaceContext.current(),
                period.end(),
                period.start()));
        String narrow =
                in("owner_member_id", owners, values, "c.") + in("owner_member_id", visibleOwners, values, "c.");
        return database.query("""
                select w.id, w.ja, w.en, count(*) filter (where w.open) as open,
                  count(*) filter (where w.opened) as opened, count(*) filter (where w.done) as done,
                  0::bigint as overdue, avg(w.age) filter (where w.open) as age
                from (
                  select %s as id, %s,
                    a.opened_at < ? and (a.closed_at is null or a.closed_at >= ?) as open,
                    a.opened_at >= ? and a.opened_at < ? as opened,
                    a.closed_at >= ? and a.closed_at < ? as done,
                    (extract(epoch from (?::timestamptz - a.opened_at)) / 86400)::double precision as age
                  from alert a
                  left join customer_profile c on c.workspace_id = a.workspace_id and c.customer_id = a.customer_id
                  left join definition d on d.workspace_id = a.workspace_id and d.id = a.rule_id
                  left join directory_member m on m.workspace_id = a.workspace_id and m.member_id = c.owner_member_id
                  where a.workspace_id = ? and a.opened_at < ? and (a.closed_at is null or a.closed_at >= ?)%s
                ) w
                group by w.id, w.ja, w.en
                order by open desc, opened desc, w.ja
                """.formatted(id, names, narrow), SqlWorkCounts::read, values.toArray());
    }

    private static String in(String column, @Nullable List<UUID> ids, List<@Nullable Object> values, String table) {
        if (ids == null) {
            return "";
        }
        values.add(ids.toArray(UUID[]::new));
        return " and " + table + column + " = any (?)";
    }

    private static String visible(@Nullable List<UUID> owners, List<@Nullable Object> values, String table) {
        if (owners == null) {
            return "";
        }
        values.add(owners.toArray(UUID[]::new));
        return " and exists (select 1 from customer_profile c where c.workspace_id = " + table
                + "workspace_id and c.customer_id = " + table + "customer_id and c.owner_member_id = any (?))";
    }

    private static WorkCount read(Row row) {
        String ja = row.findText("ja");
        String en = row.findText("en");
        return new WorkCount(
                row.findUuid("id"),
                ja == null || en == null ? null : new LocalText(ja, en),
                row.number("open"),
                row.number("opened"),
                row.number("done"),
                row.number("overdue"),
                row.findDecimal("age"));
    }
}
