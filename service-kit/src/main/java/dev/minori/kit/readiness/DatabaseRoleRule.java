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
    /** A transaction left open holds back vacuum and whoever waits for its rows; bulk work commits in chunks. */
    private static final long LONGEST_MILLIS = 60_000;

    private static final String POWERS = """
            select r.rolsuper or r.rolbypassrls as passes,
                   exists (select from pg_database d where d.datname = current_database() and d.datdba = r.oid)
                   or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                              where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relowner = r.oid) as owns,
                   (select s.setting::bigint from pg_settings s where s.name = 'transaction_timeout') as timeout
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
            if (role.getBoolean("owns")) {
                return ReadinessRule.refuse(PROPERTY, "owns the database or its tables; use the application role");
            }
            long timeout = role.getLong("timeout");
            return timeout <= 0 || timeout > LONGEST_MILLIS
                    ? ReadinessRule.refuse(
                            PROPERTY, "may hold a transaction open; alter role … set transaction_timeout = '30s'")
                    : ReadinessRule.ok();
        }
    }
}
