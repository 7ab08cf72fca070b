package dev.minori.platform.launcher;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs Maven; everything goes to a log, what a person wants to see goes to the terminal. */
final class MavenRun {

    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (Minori.*?)\\s+\\[([0-9/]+)]");
    private static final Pattern TESTS = Pattern.compile(
            "\\[(?:INFO|WARNING|ERROR)] +Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+), "
                    + "Time elapsed: ([0-9.]+) s.* -- in (?:[\\w]+\\.)*([\\w$]+)");
    private static final Pattern RUNNING = Pattern.compile("\\[INFO] Running (?:\\w+\\.)*([\\w$]+)$");
    private static final int ERROR_LINES = 40;
    private static final long HEARTBEAT_MILLIS = 4_000;

    private final Terminal terminal;
    private final Path repository;
    private final Path log;
    private final Map<String, String> environment;
    private int errors;
    private volatile String current = "";

    MavenRun(Terminal terminal, Path repository, Path log, Map<String, String> environment) {
        this.terminal = terminal;
        this.repository = repository;
        this.log = log;
        this.environment = environment;
    }

    /** Runs Maven with the arguments; returns whether it succeeded. */
    boolean run(List<String> arguments) throws InterruptedException, IOException {
        List<String> command = new ArrayList<>();
        command.add(repository.resolve("mvnw").toString());
        command.addAll(arguments);
        return start(command, this::show);
    }

    /** Runs a program of the repository that tells its progress itself: what it is at in lines that begin with {@code …}. */
    boolean program(List<String> command) throws InterruptedException, IOException {
        return start(command, line -> {
            if (line.startsWith("… ")) {
                current = line.substring(2);
            } else {
                terminal.line("      " + line);
            }
        });
    }

    private boolean start(List<String> command, Consumer<String> show) throws InterruptedException, IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        errors = 0;
        current = "";
        Process maven = builder.start();
        Thread cleanup = new Thread(() -> end(maven), "maven-stop");
        Runtime.getRuntime().addShutdownHook(cleanup);
        Thread heartbeat = Thread.ofVirtual().start(() -> beat(maven));
        try (BufferedReader lines = maven.inputReader(StandardCharsets.UTF_8);
                Writer file = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.write(line + "\n");
                file.flush();
                show.accept(line);
            }
        }
        int code = maven.waitFor();
        heartbeat.interrupt();
        Runtime.getRuntime().removeShutdownHook(cleanup);
        return code == 0;
    }

    private void show(String line) {
        Matcher module = MODULE.matcher(line);
        if (module.find()) {
            current = "";
            terminal.line("  " + module.group(2) + " " + module.group(1));
            return;
        }
        Matcher running = RUNNING.matcher(line);
        if (running.find()) {
            current = running.group(1);
            return;
        }
        Matcher tests = TESTS.matcher(line);
        if (tests.find()) {
            boolean good = tests.group(2).equals("0") && tests.group(3).equals("0");
            terminal.line("      " + (good ? "✓ " : "✗ ") + tests.group(6) + "  " + tests.group(1) + " tests, "
                    + tests.group(5) + " s");
        } else if (line.startsWith("[ERROR]") && line.length() > 8 && ++errors <= ERROR_LINES) {
            terminal.line("      " + line);
        }
    }

    private void beat(Process maven) {
        long begun = System.nanoTime();
        try {
            while (maven.isAlive()) {
                Thread.sleep(500);
                if (terminal.silentMillis() > HEARTBEAT_MILLIS) {
                    terminal.line("    … " + (System.nanoTime() - begun) / 1_000_000_000 + " s  " + current);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ctrl-C must not leave test JVMs behind. */
    private static void end(Process maven) {
        List<ProcessHandle> descendants = maven.descendants().toList();
        maven.destroy();
        descendants.forEach(ProcessHandle::destroy);
        try {
            if (!maven.waitFor(5, TimeUnit.SECONDS)) {
                maven.destroyForcibly();
                descendants.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
