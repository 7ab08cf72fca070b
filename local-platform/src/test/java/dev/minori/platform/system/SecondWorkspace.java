package dev.minori.platform.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.platform.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** The other workspace of the demo, filled from the org for load trials through the public APIs. */
final class SecondWorkspace {
    static final String ADMIN = "aozora-admin";
    static final String CSM = "aozora-csm";

    private static final String YAML = "application/yaml";
    private static final String CONNECTION = "salesforce-load";
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(30);

    private final Api api;
    private final Path repository = Installation.locate().repository();

    SecondWorkspace(Api api) {
        this.api = api;
    }

    /** Generates the source's rows; gives how long that took. */
    long seed(int accounts) {
        return api.send(
                        "POST",
                        api.at().salesforce() + "/_control/orgs/load/seed",
                        "",
                        "application/json",
                        "{\"accounts\": " + accounts + ", \"usageDays\": 0, \"details\": false, \"dirty\": false}")
                .path("milliseconds")
                .asLong();
    }

    /** Publishes the starter documents: what facts are judged by must stand before the first facts come. */
    void publishDocuments() throws IOException {
        publish("scoring-service", "scorecards", api.at().scoring());
        publish("scoring-service", "segments", api.at().scoring());
        publish("playbook-service", "alert-rules", api.at().playbook());
        publish("playbook-service", "playbooks", api.at().playbook());
        publish("notification-service", "templates", api.at().notification());
    }

    private void publish(String module, String kind, String service) throws IOException {
        try (Stream<Path> files = Files.list(starter(module, kind))) {
            for (Path file : files.sorted().toList()) {
                String key = file.getFileName().toString().replace(".yaml", "");
                as(
                        ADMIN,
                        "PUT",
                        service + "/api/v1/" + kind + "/" + key + "?publish=true",
                        YAML,
                        Files.readString(file));
            }
        }
    }

    /** Connects the org and publishes starter mappings, by the names of their files, that read when told only. */
    String connect(List<String> mappings) throws IOException {
        String connection = api.send(
                        "POST",
                        ADMIN,
                        api.at().sync() + "/api/v1/connections",
                        Map.of(
                                "name",
                                CONNECTION,
                                "system",
                                "salesforce",
                                "salesforce",
                                Map.of(
                                        "loginUrl",
                                        api.at().salesforce(),
                                        "auth",
                                        Map.of(
                                                "type", "client-credentials",
                                                "clientId", "minori-load",
                                                "clientSecret", "minori-load-secret"))))
                .path("id")
                .asText();
        for (String mapping : mappings) {
            String yaml = Files.readString(starter("sync-service", "mappings").resolve(mapping + ".yaml"))
                    .replace("connection: salesforce-demo", "connection: " + CONNECTION)
                    .replaceFirst("(?m)^schedule: .*$", "schedule: PT24H");
            String root = api.at().sync() + "/api/v1/mappings";
            as(ADMIN, "POST", root + "?publish=true", YAML, yaml);
        }
        return connection;
    }

    /** Starts a full run of every mapping. */
    List<String> startLoad(String connection) {
        return stream(api.send(
                        "POST",
                        ADMIN,
                        api.at().sync() + "/api/v1/sync-runs",
                        Map.of("connectionId", connection, "kind", "full")))
                .map(run -> run.path("id").asText())
                .toList();
    }

    JsonNode run(String id) {
        JsonNode run = api.get(ADMIN, api.at().sync() + "/api/v1/sync-runs/" + id);
        if (run.path("state").asText().equals("failed")) {
            throw new AssertionError("a run failed: " + run);
        }
        return run;
    }

    boolean hasEnded(String run) {
        return run(run).path("state").asText().equals("succeeded");
    }

    /** Waits for runs and gives how many rows they read. */
    long awaitRuns(List<String> runs) {
        Awaitility.await("the load")
                .atMost(LONGEST_LOAD)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> runs.stream().allMatch(this::hasEnded));
        return runs.stream()
                .mapToLong(id -> run(id).path("counts").path("read").asLong())
                .sum();
    }

    private JsonNode as(String user, String method, String url, String contentType, String body) {
        return api.send(method, url, "Bearer " + api.token(user), contentType, body);
    }

    private Path starter(String module, String kind) {
        return repository.resolve(module + "/src/main/resources/starter/" + kind);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
