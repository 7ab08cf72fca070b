package dev.minori.platform.postgres;

import dev.minori.platform.process.Signals;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One PostgreSQL server on 127.0.0.1, run as a direct child of this process on a data directory of its own. */
public final class PostgresServer {

    /** The bootstrap superuser; services never use it. */
    public static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final String password;

    private PostgresServer(Process process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a server and waits until it accepts connections. Creates the data directory when it is absent.
     *
     * @param password of the superuser; used at creation and for the readiness probe
     * @param log file that takes what the server and {@code initdb} print
     * @throws IllegalStateException when the server ends instead of becoming ready; the message names the log
     */
    public static PostgresServer start(
            PostgresBinaries binaries, Path data, int port, String password, PostgresSettings settings, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialize(binaries, data, password, settings, log);
            }
            Process process = new ProcessBuilder(command(binaries, data, port, settings))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(new File("/dev/null"))
                    .start();
            PostgresServer server = new PostgresServer(process, port, password);
            server.awaitReady(log);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that runs the server in the foreground. */
    public static List<String> command(PostgresBinaries binaries, Path data, int port, PostgresSettings settings) {
        List<String> command = new ArrayList<>(ServerUser.prefix());
        command.add(binaries.program("postgres").toString());
        command.add("-D");
        command.add(data.toString());
        command.add("-p");
        command.add(Integer.toString(port));
        settings.parameters().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return command;
    }

    /** Creates a data directory: UTF-8, builtin locale C.UTF-8 (order by code point, the same on every machine). */
    public static void initialize(
            PostgresBinaries binaries, Path data, String password, PostgresSettings settings, Path log)
            throws IOException {
        Files.createDirectories(data.toAbsolutePath().getParent());
        Path passwordFile = Files.createTempFile(data.toAbsolutePath().getParent(), "initdb", ".password");
        try {
            Files.writeString(passwordFile, password);
            List<String> command = new ArrayList<>(ServerUser.prefix());
            command.addAll(List.of(
                    binaries.program("initdb").toString(),
                    "-D",
                    data.toString(),
                    "-U",
                    SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
            if (!settings.durable()) {
                command.add("--no-sync");
            }
            Process initdb = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!initdb.waitFor(3, TimeUnit.MINUTES) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new IllegalStateException("PostgreSQL could not create its data in " + data + "; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL created its data", e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** The server's process id; SIGINT to it is a fast shutdown. */
    public long pid() {
        return process.pid();
    }

    /** The TCP port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The operating-system process. */
    public Process process() {
        return process;
    }

    /** The URL of one database. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as superuser. */
    public Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    /**
     * Stops the server: clients are cut off, everything is written.
     *
     * @return false when it had to be killed because the limit was over
     */
    public boolean stop(Duration limit) {
        Signals.send(pid(), Signals.Signal.INT);
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    private void awaitReady(Path log) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Connection connection = connectAsSuperuser("postgres")) {
                if (connection.isValid(10)) {
                    return;
                }
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    throw new IllegalStateException(
                            "PostgreSQL ended with code " + process.exitValue() + " at its start; see " + log, e);
                }
                if (System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new IllegalStateException("PostgreSQL is not ready after " + START_LIMIT + "; see " + log, e);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL started", e);
        }
    }
}
