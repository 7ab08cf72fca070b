package dev.minori.platform.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with its own parts (PostgreSQL, Kafka, OIDC, mail); the services are other tests' matter. */
class LauncherIT {

    @TempDir
    private Path state;

    private final Map<String, Integer> ports = LocalPlatform.freePorts();

    @Test
    void startsTellsStatusAndTokenRestartsWhatDiesAndLeavesNoProcess() throws Exception {
        try (LocalPlatform platform = LocalPlatform.up(state, ports, LocalPlatform.withoutModules())) {
            platform.awaitReady();
            assertThat(platform.output()).contains("✓ postgres", "✓ kafka", "✓ oidc-provider", "✓ mail-sink", "hanako");

            LocalPlatform.Result status = platform.command("status");
            assertThat(status.exitCode()).isZero();
            assertThat(status.output()).containsPattern("postgres +ready").containsPattern("all together +\\d+ MB");
            assertThat(platform.command("token", "--user", "hanako")
                            .output()
                            .trim()
                            .split("\\."))
                    .hasSize(3);
            assertThat(platform.command("token", "--user", "nobody").exitCode()).isEqualTo(1);

            LocalPlatform.Result second = platform.command("up");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).contains("already running from this directory");

            long broker = platform.part("kafka").pid();
            platform.kill("kafka");
            platform.awaitOutput("kafka ended with code 137; restart 1 of 3");
            platform.awaitRestart("kafka", broker);

            List<ProcessHandle> processes = platform.processes();
            assertThat(processes).hasSizeGreaterThan(3);
            platform.interrupt();
            assertThat(platform.awaitEnd()).isEqualTo(130);
            assertThat(platform.output()).contains("Stopped; the data stays in");
            assertThat(processes).noneMatch(ProcessHandle::isAlive);
            assertThat(platform.command("status").output()).contains("is not running");
        }
    }

    @Test
    void stopsWhatAKilledLauncherLeftBehindAndKeepsTheDataUntilFresh() throws Exception {
        List<ProcessHandle> left;
        try (LocalPlatform first = LocalPlatform.up(state, ports, LocalPlatform.withoutModules())) {
            first.awaitReady();
            write("株式会社みのり");
            left = List.of(first.part("postgres"), first.part("kafka"));
            first.killLauncher();
            assertThat(left).allMatch(ProcessHandle::isAlive);

            try (LocalPlatform second = LocalPlatform.up(state, ports, LocalPlatform.withoutModules())) {
                second.awaitReady();
                assertThat(second.output())
                        .contains("postgres (pid " + left.getFirst().pid() + ") still runs from an earlier start")
                        .contains("kafka (pid " + left.getLast().pid() + ") still runs from an earlier start");
                assertThat(left).noneMatch(ProcessHandle::isAlive);
                assertThat(count()).isEqualTo(1);
                second.interrupt();
                second.awaitEnd();
            }
        }
        try (LocalPlatform third = LocalPlatform.up(state, ports, LocalPlatform.withoutModules("--fresh"))) {
            third.awaitReady();
            assertThat(count()).isZero();
        }
    }

    @Test
    void refusesATakenPortAndNamesItsHolder() throws Exception {
        try (ServerSocket socket = new ServerSocket(ports.get("POSTGRES"), 1, InetAddress.getLoopbackAddress());
                LocalPlatform platform = LocalPlatform.up(state, ports, LocalPlatform.withoutModules())) {
            assertThat(platform.awaitEnd()).isEqualTo(1);
            assertThat(platform.output())
                    .contains("port " + socket.getLocalPort() + " (postgres) is taken by pid "
                            + ProcessHandle.current().pid())
                    .contains("MINORI_PORT_POSTGRES=<number> ./minori up");
            assertThat(platform.processes()).isEmpty();
        }
    }

    @Test
    void namesTheLogWhenAPartCannotStart() throws Exception {
        try (LocalPlatform first = LocalPlatform.up(state, ports, LocalPlatform.withoutModules())) {
            first.awaitReady();
            first.interrupt();
            first.awaitEnd();
        }
        Files.writeString(state.resolve("postgres/PG_VERSION"), "9.6\n");
        try (LocalPlatform broken = LocalPlatform.up(state, ports, LocalPlatform.withoutModules())) {
            assertThat(broken.awaitEnd()).isEqualTo(1);
            assertThat(broken.output())
                    .contains(
                            "restart 3 of 3",
                            "postgres does not start",
                            state.resolve("logs/postgres.log").toString());
            assertThat(broken.processes()).isEmpty();
        }
    }

    private void write(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT '" + name + "' AS name");
        }
    }

    private int count() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_tables WHERE tablename = 'kept'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.get("POSTGRES") + "/sync", "sync_owner", "sync_owner");
    }
}
