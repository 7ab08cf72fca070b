package dev.minori.platform.testing;

import dev.minori.platform.postgres.DatabaseBootstrap;
import dev.minori.platform.postgres.PostgresBinaries;
import dev.minori.platform.postgres.PostgresServer;
import dev.minori.platform.postgres.PostgresSettings;
import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.process.Installation;
import dev.minori.platform.process.Ports;
import dev.minori.platform.process.Signals;
import dev.minori.platform.process.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * A real PostgreSQL for tests. The server named by {@value #SETTING} (environment or system property) is used when there
 * is one; otherwise the first caller in the JVM starts a server that ends with the JVM.
 */
public final class TestPostgres {

    /** JDBC URL of database {@code postgres} with superuser and password as URL parameters. */
    public static final String SETTING = "MINORI_TEST_POSTGRES";

    private static final String PASSWORD = "postgres";

    private TestPostgres() {}

    /**
     * A new, empty database for a service, with its four roles. The name gets a random ending, so modules and runs that
     * share one server never meet; read the names from the result.
     *
     * @param service {@code sync}, {@code scoring}, {@code playbook}, {@code notification} or {@code simulators}
     */
    public static ServiceDatabase freshDatabase(String service) {
        String url = superuserUrl();
        byte[] ending = new byte[4];
        new SecureRandom().nextBytes(ending);
        String name = service + "_" + HexFormat.of().formatHex(ending);
        ServiceDatabase database =
                new ServiceDatabase(name, databaseUrl(url, name).replaceFirst("\\?.*", ""));
        try {
            new DatabaseBootstrap(TestPostgres::connectAsSuperuser).ensure(database);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database " + name + " cannot be created", e);
        }
        return database;
    }

    /** A connection as superuser, for what only a test may do: look into catalogues, end backends, hold locks. */
    public static Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(databaseUrl(superuserUrl(), database));
    }

    /** The superuser's JDBC URL, in the form of {@value #SETTING}; starts the server when none is there yet. */
    public static synchronized String superuserUrl() {
        return SharedSetting.find(SETTING).orElseGet(() -> SharedSetting.share(SETTING, start()));
    }

    private static String start() {
        Installation installation = Installation.locate();
        try {
            Path directory = Files.createTempDirectory("minori-test-postgres-");
            PostgresServer server = PostgresServer.start(
                    PostgresBinaries.unpacked(installation),
                    directory.resolve("data"),
                    Ports.free(),
                    PASSWORD,
                    PostgresSettings.forTests(),
                    directory.resolve("postgres.log"));
            Watchdog.tie(server.pid(), Signals.Signal.QUIT, directory);
            return server.jdbcUrl("postgres") + "?user=" + PostgresServer.SUPERUSER + "&password=" + PASSWORD;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String databaseUrl(String superuserUrl, String database) {
        return superuserUrl.replaceFirst("/postgres(\\?|$)", "/" + database + "$1");
    }
}
