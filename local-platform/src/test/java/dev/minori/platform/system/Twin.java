package dev.minori.platform.system;

import dev.minori.platform.process.JavaCommand;
import dev.minori.platform.process.Ports;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A second process of a service beside the one that runs: the same settings, read from the running one, other ports. Needs
 * a system that shows a process's environment (Linux).
 */
final class Twin implements AutoCloseable {
    private final Process process;
    private final Path log;

    private Twin(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static boolean canBeMade() {
        return Files.isReadable(Path.of("/proc/self/environ"));
    }

    /** Starts it and waits until it is ready. */
    static Twin of(LocalPlatform platform, String part, Path jar) throws IOException {
        int management = Ports.free();
        Path log = Files.createDirectories(platform.state().resolve("logs")).resolve(part + "-twin.log");
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.ofJar(jar, "256m"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment(platform.part(part).pid()));
        builder.environment()
                .putAll(Map.of(
                        "MINORI_HTTP_PORT", Integer.toString(Ports.free()),
                        "MINORI_MANAGEMENT_PORT", Integer.toString(management)));
        Twin twin = new Twin(builder.start(), log);
        Awaitility.await("a second " + part)
                .atMost(LocalPlatform.PATIENCE)
                .until(() -> isReady("http://127.0.0.1:" + management + "/q/health/ready"));
        return twin;
    }

    /** Waits until it sends the outbox in the other one's place. */
    void awaitLeading() {
        Awaitility.await("the second process leads")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(log).contains("outbox lane LIVE: leading"));
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
    }

    private static Map<String, String> environment(long pid) throws IOException {
        String all = Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.UTF_8);
        return Stream.of(all.split("\0"))
                .filter(line -> line.indexOf('=') > 0)
                .map(line -> List.of(line.split("=", 2)))
                .collect(Collectors.toMap(List::getFirst, List::getLast, (first, again) -> first));
    }

    private static boolean isReady(String url) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
