package dev.minori.simulators.salesforce.query;

import dev.minori.simulators.http.JsonBytes;
import dev.minori.simulators.salesforce.Call;
import dev.minori.simulators.salesforce.soql.Compiled;
import dev.minori.simulators.store.CopiedRows;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The children of many parents, read with one statement a sub-select. */
final class ChildRecords {

    /** More children of one parent than this are paged on their own. */
    private static final int PAGE = 500;

    private final Map<String, Page> pages = new HashMap<>();

    /** The children of one parent, written as the query result that stands in its record. */
    private record Page(ByteBuffer json, int rows) {}

    /** Reads the children of some parents for every sub-select of a query. */
    static ChildRecords read(
            Connection connection, Call call, Cursors cursors, Compiled query, List<String> parents, boolean allRows)
            throws SQLException {
        ChildRecords found = new ChildRecords();
        for (Compiled.Children children : query.children()) {
            found.add(connection, call, cursors, children, parents, allRows);
        }
        return found;
    }

    /** How many children of a parent were read: they count towards the size of a page. */
    int rows(Compiled query, String parent) {
        int rows = 0;
        for (Compiled.Children children : query.children()) {
            Page page = pages.get(key(children, parent));
            rows += page == null ? 0 : page.rows;
        }
        return rows;
    }

    /** Writes a parent's children; {@code null} when it has none. */
    void write(JsonBytes json, Compiled.Children children, String parent) {
        Page page = pages.get(key(children, parent));
        if (page == null) {
            json.nothing();
        } else {
            json.raw(page.json);
        }
    }

    private static String key(Compiled.Children children, String parent) {
        return children.name() + '/' + parent;
    }

    private void add(
            Connection connection,
            Call call,
            Cursors cursors,
            Compiled.Children children,
            List<String> parents,
            boolean allRows)
            throws SQLException {
        RecordLayout layout = new RecordLayout(children.query(), call.dataRoot());
        List<Object> parameters = new ArrayList<>(children.query().parameters());
        parameters.addFirst(parents);
        Map<String, Found> byParent = new HashMap<>();
        int total = layout.width();
        int parent = total + 1;
        try (CopiedRows rows = CopiedRows.of(connection, statement(children, layout), parameters)) {
            while (rows.next()) {
                Found found = byParent.computeIfAbsent(rows.text(parent), _ -> new Found());
                found.total = rows.whole(total);
                found.rows++;
                found.buffer.add(rows, layout::write);
            }
        }
        for (Map.Entry<String, Found> entry : byParent.entrySet()) {
            Found found = entry.getValue();
            String next = null;
            if (found.total > found.rows) {
                Compiled ofParent = children.query().restrictedTo(children.reference(), entry.getKey());
                Cursors.Cursor cursor = cursors.open(connection, call.session(), children.soql(), allRows, ofParent);
                next = call.dataRoot() + "/query/" + cursor.locator() + "-" + found.rows;
            }
            pages.put(key(children, entry.getKey()), new Page(found.buffer.page(found.total, next), found.rows));
        }
    }

    private static String statement(Compiled.Children children, RecordLayout layout) {
        Compiled query = children.query();
        String where =
                query.where() + (query.where().isEmpty() ? " where " : " and ") + children.reference() + " = picked.id";
        return "select " + layout.names("c")
                + ", c.total, picked.id from unnest(?::text[]) with ordinality picked(id, n) cross join lateral"
                + " (select i.*, row_number() over () as place, count(*) over () as total from (select "
                + layout.namedSelectList() + " from " + query.from() + where + query.orderBy() + query.window()
                + ") i limit " + PAGE + ") c order by picked.n, c.place";
    }

    /** What was found of one parent's children so far. */
    private static final class Found {

        private final RecordBuffer buffer = new RecordBuffer();
        private long total;
        private int rows;
    }
}
