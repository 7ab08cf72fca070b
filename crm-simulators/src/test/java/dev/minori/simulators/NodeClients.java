package dev.minori.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other people's JavaScript clients, as {@code clients/package-lock.json} names them. */
public final class NodeClients {

    private static final Path CLIENTS = Path.of("clients").toAbsolutePath();

    private NodeClients() {}

    /** How a command ended. */
    public record Ended(int status, String output, String complaints) {}

    /** Runs a command among the clients; it must succeed. Gives what it printed. */
    public static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Ended ended = tried(environment, command);
        assertThat(ended.status)
                .as(String.join(" ", command) + "\n" + ended.output + ended.complaints)
                .isZero();
        return ended.output;
    }

    /** {@link #run} for what is meant to fail. */
    public static Ended tried(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path installed = CLIENTS.resolve("node_modules/.package-lock.json");
        Path wanted = CLIENTS.resolve("package-lock.json");
        if (Files.notExists(installed)
                || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
            Ended install = start(Map.of(), "npm", "ci", "--ignore-scripts");
            assertThat(install.status).as(install.output + install.complaints).isZero();
        }
        return start(environment, command);
    }

    private static Ended start(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path complaints = Files.createTempFile("minori-client-", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(CLIENTS.toFile());
            builder.environment().putAll(environment);
            Process process = builder.redirectError(complaints.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), output, Files.readString(complaints));
        } finally {
            Files.delete(complaints);
        }
    }
}
