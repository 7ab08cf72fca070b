package dev.minori.platform.kafka;

import dev.minori.platform.process.Installation;
import dev.minori.platform.process.JavaCommand;
import dev.minori.platform.process.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** One Kafka broker on 127.0.0.1, run as a child process on a data directory of its own. */
public final class KafkaBroker {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final String bootstrap;

    private KafkaBroker(Process process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @param data kept between starts; created and formatted when absent
     * @param log file that takes what the broker prints
     * @throws IllegalStateException when the broker ends instead of becoming ready; the message names the log
     */
    public static KafkaBroker start(Installation installation, Path data, int port, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command(installation, data, port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(new File("/dev/null"))
                    .start();
            KafkaBroker broker = new KafkaBroker(process, "127.0.0.1:" + port);
            broker.awaitReady(log);
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that runs the broker in the foreground. */
    public static List<String> command(Installation installation, Path data, int port) {
        return JavaCommand.ofMain(
                installation,
                "512m",
                BrokerMain.class,
                List.of(data.toString(), Integer.toString(port), Integer.toString(Ports.free())));
    }

    /** Whether a broker answers at the address; waits at most some seconds. */
    public static boolean answers(String bootstrap) {
        try (Admin admin = Admin.create(Topics.adminSettings(bootstrap, Duration.ofSeconds(5)))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The address for clients. */
    public String bootstrap() {
        return bootstrap;
    }

    /** The operating-system process. */
    public Process process() {
        return process;
    }

    /**
     * Stops the broker.
     *
     * @return false when it had to be killed because the limit was over
     */
    public boolean stop(Duration limit) {
        process.destroy();
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
        int port = Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));
        while (!(Ports.accepts(port) && answers(bootstrap))) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "Kafka ended with code " + process.exitValue() + " at its start; see " + log);
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("Kafka is not ready after " + START_LIMIT + "; see " + log);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka started", e);
        }
    }
}
