package dev.minori.platform.postgres;

import dev.minori.platform.postgres.ServiceDatabase.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Creates a service's database and roles; harmless when they exist. Table grants are not made here: each service's
 * migrations grant to the role names they are given.
 */
public final class DatabaseBootstrap {

    /** Opens connections as superuser. */
    @FunctionalInterface
    public interface Superuser {
        /** A new connection to the named database. */
        Connection connect(String database) throws SQLException;
    }

    private final Superuser superuser;

    public DatabaseBootstrap(Superuser superuser) {
        this.superuser = superuser;
    }

    /** Makes the database and its roles as the services expect them. */
    public void ensure(ServiceDatabase database) throws SQLException {
        try (Connection connection = superuser.connect("postgres");
                Statement statement = connection.createStatement()) {
            // Roles belong to the whole cluster: two starters at once must not both see one missing.
            statement.execute("SELECT pg_advisory_lock(hashtext('minori-bootstrap'))");
            for (Role role : Role.values()) {
                ensureRole(connection, database.user(role));
            }
            // No endless transaction may hold back vacuum or block a relay; bulk work commits in chunks.
            statement.execute("ALTER ROLE " + database.user(Role.APP) + " SET transaction_timeout = '30s'");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
                statement.execute("CREATE DATABASE " + database.name() + " OWNER " + database.user(Role.OWNER));
            }
            grantOnDatabase(statement, database);
        }
        try (Connection connection = superuser.connect(database.name());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SCHEMA public OWNER TO " + database.user(Role.OWNER));
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            for (Role role : new Role[] {Role.APP, Role.RELAY, Role.ERASE}) {
                statement.execute("GRANT USAGE ON SCHEMA public TO " + database.user(role));
            }
        }
    }

    private static void grantOnDatabase(Statement statement, ServiceDatabase database) throws SQLException {
        statement.execute("REVOKE ALL ON DATABASE " + database.name() + " FROM PUBLIC");
        for (Role role : new Role[] {Role.APP, Role.RELAY, Role.ERASE}) {
            statement.execute("GRANT CONNECT ON DATABASE " + database.name() + " TO " + database.user(role));
        }
        // Bulk loads copy into temporary tables.
        statement.execute("GRANT TEMPORARY ON DATABASE " + database.name() + " TO " + database.user(Role.APP));
    }

    private static void ensureRole(Connection connection, String role) throws SQLException {
        boolean present = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role);
        try (Statement statement = connection.createStatement()) {
            // Names were checked by ServiceDatabase: letters, digits and underscores only.
            statement.execute((present ? "ALTER" : "CREATE") + " ROLE " + role
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '" + role + "'");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
