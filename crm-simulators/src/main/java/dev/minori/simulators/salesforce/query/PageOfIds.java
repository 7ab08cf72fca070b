package dev.minori.simulators.salesforce.query;

import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.soql.Compiled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A page of records with their children, given by ids. Such a page is short: children count too. */
final class PageOfIds {

    private static final int PARENTS_AT_ONCE = 50;

    private final Call call;
    private final Cursors cursors;
    private final Compiled compiled;
    private final boolean allRows;
    private final int size;
    private final RecordLayout layout;
    private final RecordBuffer buffer = new RecordBuffer();

    /** @param size records and children at most; one parent's children are never parted */
    PageOfIds(Call call, Cursors cursors, Compiled compiled, boolean allRows, int size) {
        this.call = call;
        this.cursors = cursors;
        this.compiled = compiled;
        this.allRows = allRows;
        this.size = size;
        this.layout = new RecordLayout(compiled, call.dataRoot());
    }

    /** What was written. */
    RecordBuffer buffer() {
        return buffer;
    }

    /** Writes records until the page is full, and tells how many of the ids are done with. */
    int write(Connection connection, List<String> ids) throws SQLException {
        int used = 0;
        int done = 0;
        while (done < ids.size()) {
            List<String> some = ids.subList(done, Math.min(ids.size(), done + PARENTS_AT_ONCE));
            ChildRecords children = ChildRecords.read(connection, call, cursors, compiled, some, allRows);
            int fit = 0;
            for (String id : some) {
                int cost = 1 + children.rows(compiled, id);
                if (used > 0 && used + cost > size) {
                    break;
                }
                used += cost;
                fit++;
            }
            rows(connection, some.subList(0, fit), children);
            done += fit;
            if (fit < some.size()) {
                break;
            }
        }
        return done;
    }

    private void rows(Connection connection, List<String> ids, ChildRecords children) throws SQLException {
        String sql = "select " + layout.selectList() + " from unnest(?) with ordinality picked(id, n), "
                + compiled.from() + " where t0.\"Id\" = picked.id order by picked.n";
        buffer.add(connection, sql, List.of(ids), ids.size(), (json, row) -> layout.write(json, row, children));
    }
}
