package dev.minori.platform.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.platform.process.Installation;
import dev.minori.platform.system.LocalPlatform.Result;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code minori} itself, run by a shell as a person runs it: what it says, and how it ends. */
class ScriptIT {
    private static final Path REPOSITORY = Installation.locate().repository();

    /** What the script calls besides a JDK and Node. */
    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "dirname",
            "sed",
            "cat",
            "df",
            "awk",
            "readlink",
            "ps",
            "find",
            "head",
            "date",
            "mkdir",
            "ls",
            "cksum",
            "cut",
            "cp",
            "mv",
            "rm",
            "touch",
            "sleep",
            "tail");

    private static final Map<String, Integer> PORTS = LocalPlatform.freePorts();

    /** One for all tests: each state directory gets a copy of the launcher. */
    @TempDir
    private static Path state;

    @TempDir
    private Path home;

    /** The system tests run when everything is packaged; without these stamps the script would build it again. */
    @BeforeAll
    static void nothingNeedsBuilding() throws IOException {
        for (String jar : List.of(
                "local-platform/target/local-platform-app/lib",
                "crm-simulators/target/crm-simulators-app/crm-simulators.jar",
                "sync-service/target/quarkus-app/quarkus-run.jar",
                "scoring-service/target/quarkus-app/quarkus-run.jar",
                "playbook-service/target/quarkus-app/quarkus-run.jar",
                "notification-service/target/quarkus-app/quarkus-run.jar",
                "console/target/quarkus-app/quarkus-run.jar")) {
            assertThat(REPOSITORY.resolve(jar)).exists();
        }
        Files.createFile(state.resolve("build-stamp"));
        Files.createFile(state.resolve("launcher-stamp"));
    }

    @Test
    void helpNamesEveryCommandAndASlipOfThePenIsAnsweredWithIt() throws Exception {
        Result help = run("help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.output())
                .contains("minori up", "minori demo", "minori status", "minori token", "minori simulators")
                .contains("minori test", "minori help");
        assertThat(run()).isEqualTo(help);
        Result unknown = run("pu");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.output()).contains("there is no command pu", help.output());
        Result option = run("up", "--frehs");
        assertThat(option.exitCode()).isEqualTo(2);
        assertThat(option.output()).contains("unknown option --frehs; usage: ./minori up [--fresh]");
        assertThat(run("up", "--without").output()).contains("--without needs the name of a service");
        assertThat(run("token").exitCode()).isEqualTo(2);
    }

    @Test
    void statusAndTokenSayThatNothingRuns() throws Exception {
        Result status = run("status");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.output()).contains("is not running. Start it with ./minori up");
        Result token = run("token", "--user", "hanako");
        assertThat(token.exitCode()).isEqualTo(1);
        assertThat(token.output())
                .contains("no OIDC provider answers at http://127.0.0.1:" + PORTS.get("OIDC"))
                .contains("Start the platform with ./minori up");
    }

    @Test
    void saysWhichJdkToInstallWhenThereIsNoneOrAnOldOne() throws Exception {
        Result none = runBare(Map.of(), "up");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.output())
                .contains("Minori needs a JDK 25 and found none.", "apt install temurin-25-jdk", "set JAVA_HOME")
                .doesNotContain("Found other versions");

        Path old = Files.createDirectories(home.resolve("jdk-21/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"21.0.4\"\n");
        program(old.resolve("bin/javac"), "exit 1");
        Result tooOld = runBare(Map.of("JAVA_HOME", old.toString()), "up");
        assertThat(tooOld.exitCode()).isEqualTo(1);
        assertThat(tooOld.output())
                .contains("Minori needs a JDK 25 and found none.", "21 in " + old, "apt install temurin-25-jdk");
    }

    @Test
    void saysWhichNodeToInstallWhenThereIsNoneOrAnOldOne() throws Exception {
        Map<String, String> withJdk = Map.of("JAVA_HOME", System.getProperty("java.home"));
        Result none = runBare(withJdk, "up");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.output()).contains("needs Node 20.19 or newer and found none", "https://nodejs.org");

        for (String old : List.of("v18.20.4", "v20.18.3")) {
            program(home.resolve("bin/node"), "echo " + old);
            Result tooOld = runBare(withJdk, "up");
            assertThat(tooOld.exitCode()).isEqualTo(1);
            assertThat(tooOld.output()).contains("needs Node 20.19 or newer and found " + old);
        }
    }

    @Test
    void saysHowMuchDiskIsMissing() throws Exception {
        Result full = run(Map.of("MINORI_MIN_FREE_MB", "999999999"), "up");
        assertThat(full.exitCode()).isEqualTo(1);
        assertThat(full.output()).containsPattern("only \\d+ MB are free for .*needs 999999999 MB");
        assertThat(run(Map.of("MINORI_MIN_FREE_MB", "plenty"), "up").output())
                .contains("MINORI_MIN_FREE_MB must be a whole number of megabytes, and is 'plenty'");
    }

    /** A launcher that was killed leaves its pid file; the next one is stopped by the port only. */
    @Test
    void goesPastTheFileOfAKilledLauncherAndNamesWhoHoldsAPort() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path stale = launcherFile(ended.pid());
        try (ServerSocket socket = new ServerSocket(PORTS.get("POSTGRES"), 1, InetAddress.getLoopbackAddress())) {
            Result refused = run(upWithoutModules());
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("port " + socket.getLocalPort() + " (postgres) is taken by pid "
                            + ProcessHandle.current().pid())
                    .contains("MINORI_PORT_POSTGRES=<number> ./minori up")
                    .doesNotContain("already running", "Building");
        }
        assertThat(stale).doesNotExist();
    }

    @Test
    void refusesToBuildUnderALauncherThatRuns() throws Exception {
        Process running =
                new ProcessBuilder("bash", "-c", "exec -a dev.minori.platform.launcher.Main sleep 60").start();
        Path file = launcherFile(running.pid());
        try {
            for (String command : List.of("up", "test")) {
                Result refused = run(command);
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.output())
                        .contains("already running from this directory (pid " + running.pid() + ")");
            }
        } finally {
            running.destroyForcibly();
            Files.deleteIfExists(file);
        }
    }

    @Test
    void freshThrowsDataAwayButNotForAMistypedName() throws Exception {
        Path data = Files.createDirectories(state.resolve("simulators")).resolve("kept");
        Files.writeString(data, "of an earlier start");
        Result mistyped = run("up", "--fresh", "--without", "scorin-service");
        assertThat(mistyped.exitCode()).isEqualTo(1);
        assertThat(mistyped.output()).contains("there is no service 'scorin-service'", "scoring-service");
        assertThat(data).exists();

        // A taken port ends it as soon as the old data is gone.
        try (ServerSocket socket = new ServerSocket(PORTS.get("KAFKA"), 1, InetAddress.getLoopbackAddress())) {
            Result fresh = run(upWithoutModules("--fresh"));
            assertThat(fresh.output())
                    .contains("starting from empty data", "port " + socket.getLocalPort() + " (kafka) is taken");
        }
        assertThat(data).doesNotExist();
        assertThat(state.resolve("build-stamp")).exists();
    }

    @Test
    void startsTellsAndStops() throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", script()));
        command.addAll(List.of(upWithoutModules()));
        try (LocalPlatform platform = LocalPlatform.upBy(command, state, PORTS)) {
            platform.awaitReady();
            Result status = run("status");
            assertThat(status.exitCode()).isZero();
            assertThat(status.output()).containsPattern("postgres +ready").containsPattern("all together +\\d+ MB");
            assertThat(run("token", "--user", "hanako").output().trim().split("\\."))
                    .hasSize(3);
            assertThat(run("up").output()).contains("already running from this directory (pid ");
            platform.interrupt();
            assertThat(platform.awaitEnd()).isEqualTo(130);
            assertThat(platform.output()).contains("Stopped; the data stays in " + state);
        }
        assertThat(run("status").exitCode()).isEqualTo(1);
    }

    private static String[] upWithoutModules(String... more) {
        return Stream.concat(Stream.of("up"), Stream.of(LocalPlatform.withoutModules(more)))
                .toArray(String[]::new);
    }

    private static Path launcherFile(long pid) throws IOException {
        return Files.writeString(
                Files.createDirectories(state.resolve("pids")).resolve("launcher.pid"),
                "pid=" + pid + "\nstartedAt=2026-01-01T00:00:00Z\ndetail=\n");
    }

    private static String script() {
        return REPOSITORY.resolve("minori").toString();
    }

    private static Result run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    private static Result run(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = builder(arguments);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(LauncherProcess.environment(state, PORTS));
        builder.environment().putAll(more);
        return result(builder);
    }

    /** On a machine that has the usual tools, and no JDK and no Node but those told. */
    private Result runBare(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        for (String tool : TOOLS) {
            Path link = bin.resolve(tool);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, onPath(tool));
            }
        }
        Map<String, String> environment = new LinkedHashMap<>(LauncherProcess.environment(state, PORTS));
        environment.put("HOME", home.toString());
        environment.put("PATH", bin.toString());
        environment.put("MINORI_SEARCH", "path");
        environment.putAll(more);
        ProcessBuilder builder = builder(arguments);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return result(builder);
    }

    private static ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(onPath("bash").toString(), script()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectInput(new File("/dev/null"));
    }

    private static Result result(ProcessBuilder builder) throws IOException, InterruptedException {
        Path output = Files.createTempFile(Files.createDirectories(state.resolve("run")), "script", ".txt");
        Process process = builder.redirectOutput(output.toFile()).start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The script hangs: " + builder.command() + "\n" + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    private static Path onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this machine has no " + tool));
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
