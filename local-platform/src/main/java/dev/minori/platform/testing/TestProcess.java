package dev.minori.platform.testing;

import dev.minori.platform.process.Installation;
import dev.minori.platform.process.JavaCommand;
import dev.minori.platform.process.Ports;
import dev.minori.platform.process.Signals;
import dev.minori.platform.process.Watchdog;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Starts a part of the platform in a JVM of its own that ends with this one. */
final class TestProcess {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private TestProcess() {}

    /**
     * Starts a main class and waits until its port accepts connections.
     *
     * @param arguments made from the process's own directory, which goes when the process goes
     * @return that directory
     */
    static Path start(String name, int port, Class<?> main, Function<Path, List<String>> arguments) {
        try {
            Path directory = Files.createTempDirectory("minori-test-" + name + "-");
            Path log = directory.resolve(name + ".log");
            Process process = new ProcessBuilder(
                            JavaCommand.ofMain(Installation.locate(), "96m", main, arguments.apply(directory)))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(new File("/dev/null"))
                    .start();
            awaitReady(name, process, port, log);
            Watchdog.tie(process.pid(), Signals.Signal.KILL, directory);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(String name, Process process, int port, Path log) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Ports.accepts(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("The part " + name + " did not start:\n" + Files.readString(log));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while " + name + " started", e);
            }
        }
    }
}
