package dev.minori.kit.readiness;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The walls between workspaces are row-level security: who owns the tables or may pass it has no walls. */
@Singleton
class DatabaseRoleRule implements ReadinessRule {
    private static final String PROPERTY = "MINORI_DB_APP_USER";
    private static final String POWERS = """
            select r.rolsuper or r.rolbypassrls as passes,
                   exists (select from pg_database d where d.datname = current_database() and d.datdba = r.oid)
                   or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                              where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relowner = r.oid) as owns
            from pg_roles r where r.rolname = current_user
            """;

    private final DataSource dataSource;

    DatabaseRoleRule(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return "database-role";
    }

    @Override
    public Verdict check() {
        try (Connection connection = dataSource.getConnection()) {
            return judge(connection);
        } catch (SQLException away) {
            return ReadinessRule.refuse("MINORI_DB_URL", "the database cannot be reached");
        }
    }

    static Verdict judge(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(POWERS);
                ResultSet role = select.executeQuery()) {
            if (!role.next() || role.getBoolean("passes")) {
                return ReadinessRule.refuse(PROPERTY, "may pass row-level security; use a role that may not");
            }
            return role.getBoolean("owns")
                    ? ReadinessRule.refuse(PROPERTY, "owns the database or its tables; use the application role")
                    : ReadinessRule.ok();
        }
    }
}
