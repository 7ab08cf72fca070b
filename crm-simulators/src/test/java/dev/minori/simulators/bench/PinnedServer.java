package dev.minori.simulators.bench;

import dev.minori.platform.postgres.ServiceDatabase;
import dev.minori.platform.testing.TestPostgres;
import dev.minori.simulators.CrmSimulators;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The simulators and their database on the first core, this process on the second. */
final class PinnedServer implements AutoCloseable {

    private final Process process;
    private final int salesforcePort;
    private final int kintonePort;

    private PinnedServer(Process process, int salesforcePort, int kintonePort) {
        this.process = process;
        this.salesforcePort = salesforcePort;
        this.kintonePort = kintonePort;
    }

    static PinnedServer start(int accounts) throws IOException, InterruptedException, SQLException {
        ServiceDatabase database = TestPostgres.freshDatabase("simulators");
        pin(postmaster(), 0);
        int salesforcePort = freePort();
        int kintonePort = freePort();
        Path directory = Files.createTempDirectory("minori-simulators-bench-");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                "taskset",
                "-c",
                "0",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CrmSimulators.class.getName()));
        Map<String, String> environment = builder.environment();
        environment.putAll(database.environment());
        environment.put("MINORI_PORT_SALESFORCE", String.valueOf(salesforcePort));
        environment.put("MINORI_PORT_KINTONE", String.valueOf(kintonePort));
        environment.put("MINORI_SIMULATORS_DIR", directory.toString());
        environment.put("MINORI_SIMULATORS_LOAD_ACCOUNTS", String.valueOf(accounts));
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        PinnedServer server = new PinnedServer(builder.start(), salesforcePort, kintonePort);
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(server::serves);
        pin(ProcessHandle.current().pid(), 1);
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static long postmaster() throws SQLException {
        try (Connection connection = TestPostgres.connectAsSuperuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow()
                    .pid();
        }
    }

    private static void pin(long pid, int core) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder("taskset", "-acp", String.valueOf(core), String.valueOf(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (taskset.waitFor() != 0) {
            throw new IOException("taskset could not pin process " + pid);
        }
    }

    private boolean serves() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("the simulators ended with " + process.exitValue());
        }
        try {
            HttpURLConnection health = (HttpURLConnection)
                    URI.create(salesforce() + "/_control/health").toURL().openConnection();
            return health.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String salesforce() {
        return "http://127.0.0.1:" + salesforcePort;
    }

    /** By this very name, which the vendor's tools insist on. */
    String kintone() {
        return "http://localhost:" + kintonePort;
    }

    /**
     * What the server's core has done, in ticks.
     *
     * @param busy of all
     */
    record Core(long all, long busy) {

        /** The share of the time since then in which it did something. */
        double busySince(Core before) {
            return (double) (busy - before.busy) / Math.max(1, all - before.all);
        }
    }

    /** The server's core by {@code /proc/stat}: user, nice, system, idle, waiting for disks, and more that is work. */
    Core core() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/stat")).stream()
                .filter(one -> one.startsWith("cpu0 "))
                .findFirst()
                .orElseThrow();
        long[] ticks = Arrays.stream(line.split(" +"))
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
        long all = Arrays.stream(ticks).sum();
        return new Core(all, all - ticks[3] - ticks[4]);
    }

    /** The most memory the server ever held, in MiB. */
    long peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }
}
