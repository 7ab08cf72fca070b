package dev.minori.platform.launcher;

import dev.minori.platform.launcher.LocalPorts.Port;
import dev.minori.platform.postgres.DatabaseBootstrap;
import dev.minori.platform.postgres.PostgresBinaries;
import dev.minori.platform.postgres.PostgresServer;
import dev.minori.platform.postgres.PostgresSettings;
import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.process.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The PostgreSQL of this machine: initialized once, started as a part, given the databases that are wanted. */
final class DatabaseServer {

    private final Installation installation;
    private final Layout layout;
    private final LocalPorts ports;
    private final Secrets secrets;

    DatabaseServer(Installation installation, Layout layout, LocalPorts ports, Secrets secrets) {
        this.installation = installation;
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
    }

    /** The server as a part that is ready when it lets somebody in. */
    Part part(Parts parts) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpacked(installation);
        if (!Files.exists(layout.postgres().resolve("PG_VERSION"))) {
            Path log = layout.log(Parts.POSTGRES);
            Files.createDirectories(log.getParent());
            PostgresServer.initialize(
                    binaries, layout.postgres(), superuserPassword(), PostgresSettings.forKeeps(), log);
        }
        return parts.postgres(binaries, () -> {
            try (Connection connection = connect("postgres")) {
                return connection.isValid(5);
            } catch (SQLException e) {
                return false;
            }
        });
    }

    /** Creates the databases that are not there yet, with their roles. */
    void ensure(List<String> databases) {
        DatabaseBootstrap bootstrap = new DatabaseBootstrap(this::connect);
        try {
            for (String database : databases) {
                bootstrap.ensure(new ServiceDatabase(database, url(database)));
            }
        } catch (SQLException e) {
            throw new StartFailed("the databases cannot be created: " + e.getMessage() + ". PostgreSQL's log: "
                    + layout.log(Parts.POSTGRES));
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), PostgresServer.SUPERUSER, superuserPassword());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/" + database;
    }

    private String superuserPassword() {
        try {
            return Files.readString(secrets.password("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
