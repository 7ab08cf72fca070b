package dev.minori.platform.system;

import dev.minori.platform.demo.Endpoints;
import dev.minori.platform.demo.PlatformClock;
import dev.minori.platform.process.PidFile;
import dev.minori.platform.process.Ports;
import dev.minori.platform.process.Signals;
import dev.minori.platform.process.Signals.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * {@code ./minori up} as a test sees it: own ports, own data directory, and the means to kill, pause and watch its parts.
 * Data outlives {@link #close()}, so that a second start on the same directory can be tried.
 */
final class LocalPlatform implements AutoCloseable {

    /** A slow machine that also builds: a start may take this long before a test gives up. */
    static final Duration PATIENCE = Duration.ofMinutes(8);

    /** All parts that are modules of their own; tests of the launcher alone leave them out. */
    static final List<String> MODULES = List.of(
            "crm-simulators", "sync-service", "scoring-service", "playbook-service", "notification-service", "console");

    private static final List<String> PORTS = List.of(
            "CONSOLE",
            "CONSOLE_MANAGEMENT",
            "SYNC",
            "SCORING",
            "PLAYBOOK",
            "NOTIFICATION",
            "SYNC_MANAGEMENT",
            "SCORING_MANAGEMENT",
            "PLAYBOOK_MANAGEMENT",
            "NOTIFICATION_MANAGEMENT",
            "SALESFORCE",
            "SALESFORCE_TLS",
            "KINTONE",
            "KINTONE_TLS",
            "OIDC",
            "SMTP",
            "MAIL",
            "POSTGRES",
            "KAFKA");

    private final Path state;
    private final Map<String, Integer> ports;
    private final Path output;
    private final Process launcher;

    private LocalPlatform(Path state, Map<String, Integer> ports, Path output, Process launcher) {
        this.state = state;
        this.ports = ports;
        this.output = output;
        this.launcher = launcher;
    }

    /** Free ports for all parts, by their name in {@code MINORI_PORT_*}. */
    static Map<String, Integer> freePorts() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        PORTS.forEach(name -> ports.put(name, Ports.free()));
        return ports;
    }

    /** Runs {@code ./minori up} with options; does not wait. */
    static LocalPlatform up(Path state, Map<String, Integer> ports, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("up"));
        arguments.addAll(List.of(options));
        return start(state, ports, LauncherProcess.launcher(arguments), Map.of());
    }

    /** As {@link #up}, with more in the environment of the launcher and its parts. */
    static LocalPlatform upWith(Map<String, String> environment, Path state, Map<String, Integer> ports)
            throws IOException {
        return start(state, ports, LauncherProcess.launcher(List.of("up")), environment);
    }

    /** As {@link #up}, by a command of the caller's that becomes the launcher. */
    static LocalPlatform upBy(List<String> command, Path state, Map<String, Integer> ports) throws IOException {
        return start(state, ports, command, Map.of());
    }

    private static LocalPlatform start(
            Path state, Map<String, Integer> ports, List<String> command, Map<String, String> environment)
            throws IOException {
        Path output = LauncherProcess.outputFile(state, "up");
        return new LocalPlatform(
                state, ports, output, LauncherProcess.start(state, ports, output, command, environment));
    }

    /** Options that leave out every module, so that only the launcher's own parts start. */
    static String[] withoutModules(String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        for (String module : MODULES) {
            options.add("--without");
            options.add(module);
        }
        return options.toArray(String[]::new);
    }

    /** Runs another command on the same ports and data, and returns what it printed and its exit code. */
    Result command(String... arguments) throws IOException, InterruptedException {
        Path file = LauncherProcess.outputFile(state, "command");
        Process process =
                LauncherProcess.start(state, ports, file, LauncherProcess.launcher(List.of(arguments)), Map.of());
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The command hangs: " + List.of(arguments));
        }
        return new Result(process.exitValue(), Files.readString(file));
    }

    /** What a command printed (both streams) and how it ended. */
    record Result(int exitCode, String output) {}

    /** Waits until the platform says that it is ready. */
    LocalPlatform awaitReady() {
        Awaitility.await("the platform").atMost(PATIENCE).until(() -> {
            if (!launcher.isAlive()) {
                throw new AssertionError("The launcher ended with " + launcher.exitValue() + ":\n" + output());
            }
            return output().contains("Stop: Ctrl-C");
        });
        return this;
    }

    /** Waits until the launcher has printed the text. */
    void awaitOutput(String text) {
        Awaitility.await(text).atMost(PATIENCE).until(() -> output().contains(text));
    }

    /** Waits for the launcher's end and returns its exit code. */
    int awaitEnd() throws InterruptedException {
        if (!launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The launcher does not end:\n" + read());
        }
        return launcher.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    int port(String name) {
        return ports.get(name);
    }

    /** Where the parts are. */
    Endpoints endpoints() {
        return new Endpoints(
                url("SYNC"),
                url("SCORING"),
                url("PLAYBOOK"),
                url("NOTIFICATION"),
                url("SALESFORCE"),
                url("KINTONE"),
                url("OIDC") + "/minori",
                url("MAIL"));
    }

    /** The clock that all parts go by. */
    PlatformClock clock() {
        return new PlatformClock(Clock.systemUTC(), state.resolve("clock-offset"));
    }

    private String url(String name) {
        return "http://127.0.0.1:" + port(name);
    }

    Path state() {
        return state;
    }

    /** The process of a part; it must run. */
    ProcessHandle part(String name) {
        return PidFile.list(state.resolve("pids")).stream()
                .filter(file -> file.part().equals(name))
                .flatMap(file -> file.process().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " does not run"));
    }

    /** All processes that pid files name, with their descendants. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>();
        for (PidFile file : PidFile.list(state.resolve("pids"))) {
            file.process().ifPresent(process -> {
                all.add(process);
                process.descendants().forEach(all::add);
            });
        }
        return all;
    }

    /** Ends a part as a crash would (kill -9). */
    void kill(String part) {
        Signals.send(part(part).pid(), Signal.KILL);
    }

    /** Stops a part in its tracks without ending it (SIGSTOP) until {@link #resume}. */
    void pause(String part) {
        Signals.send(part(part).pid(), Signal.STOP);
    }

    void resume(String part) {
        Signals.send(part(part).pid(), Signal.CONT);
    }

    /** Waits until another process runs the part than the one with this id. */
    void awaitRestart(String part, long oldPid) {
        Awaitility.await(part + " to be restarted")
                .atMost(PATIENCE)
                .until(() -> PidFile.list(state.resolve("pids")).stream()
                        .anyMatch(file -> file.part().equals(part)
                                && file.pid() != oldPid
                                && file.process().isPresent()));
    }

    /** Ctrl-C. */
    void interrupt() {
        Signals.send(launcher.pid(), Signal.INT);
    }

    /** Ends the launcher as a crash would; its parts live on. */
    void killLauncher() throws InterruptedException {
        launcher.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        try {
            if (launcher.isAlive()) {
                interrupt();
                if (!launcher.waitFor(1, TimeUnit.MINUTES)) {
                    launcher.destroyForcibly();
                }
            }
            processes().forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String read() {
        try {
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
