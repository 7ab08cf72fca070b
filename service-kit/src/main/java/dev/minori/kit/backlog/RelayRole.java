package dev.minori.kit.backlog;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Connects as the relay's role: the only one that sees all workspaces, and of parked keys only when, where and whose they
 * are.
 */
@ApplicationScoped
class RelayRole {
    private final RelayConfig config;

    RelayRole(RelayConfig config) {
        this.config = config;
    }

    /** How it connects. */
    @ConfigMapping(prefix = "minori.backlog")
    interface RelayConfig {
        /** JDBC URL of the service's database. */
        String jdbcUrl();

        /** The relay's role. */
        String username();

        /** Its password. */
        String password();
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", config.username());
        properties.setProperty("password", config.password());
        properties.setProperty("ApplicationName", "minori-backlog");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(config.jdbcUrl(), properties);
    }
}
