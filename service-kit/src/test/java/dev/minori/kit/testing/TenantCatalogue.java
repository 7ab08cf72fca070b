package dev.minori.kit.testing;

import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.testing.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads a migrated database's catalogue and names what would let one workspace see another's rows: a table without
 * forced policy or listing, a key that does not begin with the workspace, a grant on a bare partition, a view that runs
 * with its owner's rights.
 */
public final class TenantCatalogue {
    private final ServiceDatabase database;

    public TenantCatalogue(ServiceDatabase database) {
        this.database = database;
    }

    /** One sentence a finding; empty if the walls hold. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        findings.addAll(query(
                "table %s has no forced row-level security with a policy and is not listed in system_table", """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
                  and c.relname not in (select table_name from system_table)
                  and not (c.relrowsecurity and c.relforcerowsecurity
                           and exists (select from pg_policy p where p.polrelid = c.oid))
                """));
        findings.addAll(query("a policy of table %s does not compare with the bound workspace", """
                select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
                where pg_get_expr(p.polqual, p.polrelid)
                      !~ '^\\(workspace_id = \\(?current_setting\\(''minori.workspace''::text\\)\\)?::uuid\\)$'
                  and (c.relname, p.polname) not in (('outbox_message', 'relay_all'), ('parked_key', 'relay_counts'))
                """));
        findings.addAll(query("a policy of table %s lets rows be written that it would not show", """
                select c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
                where p.polwithcheck is not null
                  and pg_get_expr(p.polwithcheck, p.polrelid)
                      !~ '^\\(workspace_id = \\(?current_setting\\(''minori.workspace''::text\\)\\)?::uuid\\)$'
                """));
        findings.addAll(query("a key or unique index of table %s does not begin with workspace_id", """
                select distinct c.relname || ' (' || i.relname || ')'
                from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
                where n.nspname = 'public' and x.indisunique and not c.relispartition
                  and a.attname is distinct from 'workspace_id'
                  and c.relname not in (select table_name from system_table)
                """));
        findings.addAll(query(
                "a foreign key of table %s can reach another workspace: it does not begin with workspace_id", """
                select distinct c.relname from pg_constraint f join pg_class c on c.oid = f.conrelid
                join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
                where f.contype = 'f' and a.attname <> 'workspace_id'
                  and c.relname not in (select table_name from system_table)
                """));
        findings.addAll(query(
                "partition %s can be reached past its parent's policy",
                """
                select distinct g.table_name from information_schema.role_table_grants g
                join pg_class c on c.relname = g.table_name and c.relispartition
                where g.grantee <> '%s' and g.table_schema = 'public'
                """.formatted(database.user(ServiceDatabase.Role.OWNER))));
        findings.addAll(query("view %s runs with its owner's rights (no security_invoker)", """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('v', 'm')
                  and not coalesce(c.reloptions::text like '%security_invoker=true%', false)
                """));
        findings.addAll(query(
                "role %s may pass row-level security",
                "select rolname from pg_roles where (rolsuper or rolbypassrls) and rolname like '"
                        + database.name()
                        + "\\_%'"));
        return findings;
    }

    /** The tenant tables, partitions left out. */
    public List<String> tenantTables() {
        return query("%s", """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity
                order by 1
                """);
    }

    /**
     * Tries every tenant table with a row of one workspace as the service's roles: without a workspace, as another one
     * that would read, change, delete or write it, and, as the control, as its owner.
     */
    public List<String> leaks() throws SQLException {
        List<String> leaks = new ArrayList<>();
        for (String table : tenantTables()) {
            leaks.addAll(new TableCells(database, table).findings());
        }
        return leaks;
    }

    /** How many rows of a table a workspace sees as the application role. */
    public long rowsSeenBy(UUID workspaceId, String table) throws SQLException {
        try (Connection connection = database.connect(ServiceDatabase.Role.APP)) {
            connection.setAutoCommit(false);
            try (PreparedStatement bind =
                    connection.prepareStatement("select set_config('minori.workspace', ?, true)")) {
                bind.setString(1, workspaceId.toString());
                bind.execute();
            }
            try (PreparedStatement count = connection.prepareStatement("select count(*) from " + table);
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<String> query(String sentence, String sql) {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestPostgres.connectAsSuperuser(database.name());
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(sentence.formatted(row.getString(1)));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }
}
