package dev.minori.platform.system;

import dev.minori.platform.process.Installation;
import dev.minori.platform.process.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts launchers for tests: on ports and data of their own, and so that they hear Ctrl-C. */
final class LauncherProcess {
    private static final List<String> HEARING_CTRL_C = hearingCtrlC();

    private LauncherProcess() {}

    /**
     * What a shell starts in the background ignores Ctrl-C, and so does all that it starts. GNU's env takes that back, so
     * that the tests can be run there, too; elsewhere they are run in the foreground.
     */
    private static List<String> hearingCtrlC() {
        List<String> env = List.of("env", "--default-signal=INT");
        try {
            List<String> trial = new ArrayList<>(env);
            trial.add("true");
            Process process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0 ? env : List.of();
        } catch (IOException none) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** The command line of the launcher, past the script. */
    static List<String> launcher(List<String> arguments) {
        return JavaCommand.ofMainClass(Installation.locate(), "192m", "dev.minori.platform.launcher.Main", arguments);
    }

    static Process start(
            Path state, Map<String, Integer> ports, Path output, List<String> program, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(HEARING_CTRL_C);
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment(state, ports));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What a command of the platform needs to know of its data and ports. */
    static Map<String, String> environment(Path state, Map<String, Integer> ports) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("MINORI_STATE_DIR", state.toString());
        environment.put("MINORI_MIN_FREE_MB", "200");
        // The org for load trials takes a while to generate; who wants it seeds it.
        environment.put("MINORI_SIMULATORS_LOAD_ACCOUNTS", "0");
        ports.forEach((name, number) -> environment.put("MINORI_PORT_" + name, Integer.toString(number)));
        return environment;
    }

    /** In a directory that {@code --fresh} leaves alone. */
    static Path outputFile(Path state, String name) throws IOException {
        return Files.createTempFile(Files.createDirectories(state.resolve("run")), name, ".txt");
    }
}
