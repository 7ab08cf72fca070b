package dev.minori.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One service's database with its four roles. On a local machine a role's password is its name; production sets its own.
 *
 * @param name the database; the roles are {@code <name>_owner}, {@code _app}, {@code _relay} and {@code _erase}
 * @param jdbcUrl where it is
 */
public record ServiceDatabase(String name, String jdbcUrl) {

    /** Who connects. */
    public enum Role {
        /** Flyway and partition upkeep; owns database and schema. */
        OWNER,
        /** The service itself; row-level security applies. */
        APP,
        /** The outbox relay. */
        RELAY,
        /** Erasure. */
        ERASE;

        private String suffix() {
            return "_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public ServiceDatabase {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("Not a database name for a service: " + name);
        }
    }

    /** The login name of a role; on a local machine also its password. */
    public String user(Role role) {
        return name + role.suffix();
    }

    /** Opens a connection in one of the four roles. */
    public Connection connect(Role role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user(role), user(role));
    }

    /** The variables {@code MINORI_DB_*} that a service reads. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("MINORI_DB_URL", jdbcUrl);
        for (Role role : Role.values()) {
            variables.put("MINORI_DB_" + role + "_USER", user(role));
            variables.put("MINORI_DB_" + role + "_PASSWORD", user(role));
        }
        return variables;
    }
}
