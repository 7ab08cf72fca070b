package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.platform.oidc.DemoUser;
import dev.minori.platform.oidc.DemoUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Gives an empty platform its demo content, through the same APIs that an administrator uses: workspaces, members,
 * scorecard, segments, rules, playbook, connections, mappings, the first load and a first day with news. What is there already stays as it is.
 */
public final class DemoSetup {
    private static final String ADMIN = "admin";
    private static final String SALESFORCE = "salesforce-demo";
    private static final String KINTONE = "kintone-demo";
    private static final String YAML = "application/yaml";
    /** Customers in kintone are those of Salesforce: reading both would show each of them twice. */
    private static final String SAME_CUSTOMERS = "kintone-customer";

    /** The demo shows changes within seconds; the starter mappings look every five minutes. */
    private static final String DEMO_SCHEDULE = "schedule: PT5S";

    private final Path repository;
    private final Platform platform;
    private final Web web = new Web();
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * @param repository where the starter documents are
     * @param progress told one line a step
     */
    public DemoSetup(Path repository, Endpoints endpoints, Clock clock, Consumer<String> progress) {
        this.repository = repository;
        this.platform = new Platform(endpoints, web);
        this.clock = clock;
        this.progress = progress;
    }

    /** Installs what is missing and waits for the first load. Throws {@link DemoFailed} with what went wrong. */
    public void run() {
        workspaces();
        definitions();
        UUID salesforce = connection(SALESFORCE, salesforceConnection());
        UUID kintone = connection(KINTONE, kintoneConnection());
        boolean anyNew = mappings();
        if (anyNew) {
            new FirstLoad(platform, ADMIN, progress).run(List.of(salesforce, kintone));
            new FirstDay(platform, clock, progress).run();
        }
    }

    private void workspaces() {
        for (DemoUser user : DemoUsers.ALL) {
            String admin = user.workspace().equals(DemoUsers.DEMO_WORKSPACE) ? ADMIN : "aozora-admin";
            String workspace = platform.endpoints().sync() + "/api/v1/workspaces/" + user.workspace();
            if (web.find(workspace, platform.token(admin)).isEmpty()) {
                put(admin, workspace, workspaceSettings(user.workspace()));
                progress.accept("workspace " + DemoUsers.workspaceName(user.workspace()));
            }
            String member = platform.endpoints().sync() + "/api/v1/members/" + user.id();
            if (web.find(member, platform.token(admin)).isEmpty()) {
                put(admin, member, memberOf(user));
            }
        }
    }

    private static Map<String, Object> workspaceSettings(UUID workspace) {
        return Map.of(
                "name", DemoUsers.workspaceName(workspace),
                "zone", "Asia/Tokyo",
                "fiscalYearStartMonth", 4,
                "currency", "JPY",
                "visibility", "all");
    }

    private static Map<String, Object> memberOf(DemoUser user) {
        return Map.of(
                "subject",
                user.id().toString(),
                "name",
                user.name(),
                "email",
                user.email(),
                "language",
                "ja",
                "zone",
                "Asia/Tokyo",
                "active",
                true);
    }

    /** What facts are judged by must stand before the first facts come. */
    private void definitions() {
        Endpoints at = platform.endpoints();
        install("scoring-service", "scorecards", at.scoring() + "/api/v1/scorecards/");
        install("scoring-service", "segments", at.scoring() + "/api/v1/segments/");
        install("playbook-service", "alert-rules", at.playbook() + "/api/v1/alert-rules/");
        install("playbook-service", "playbooks", at.playbook() + "/api/v1/playbooks/");
        install("notification-service", "templates", at.notification() + "/api/v1/templates/");
    }

    private void install(String module, String kind, String root) {
        for (Path document : documents(module, kind)) {
            String key = fileKey(document);
            if (web.find(root + key, platform.token("ops"))
                    .filter(DemoSetup::isPublished)
                    .isEmpty()) {
                web.send("PUT", root + key + "?publish=true", platform.token("ops"), YAML, read(document));
                progress.accept(kind + " " + key);
            }
        }
    }

    private static boolean isPublished(JsonNode found) {
        return found.path("publishedVersion").asInt(0) > 0;
    }

    private UUID connection(String name, Map<String, Object> request) {
        String root = platform.endpoints().sync() + "/api/v1/connections";
        Optional<JsonNode> existing = named(root, name);
        if (existing.isEmpty()) {
            JsonNode created = web.send("POST", root, platform.token(ADMIN), request);
            JsonNode verdict = web.send(
                    "POST", root + "/" + created.path("id").asText() + "/test", platform.token(ADMIN), Map.of());
            progress.accept("connection " + name + ": "
                    + verdict.path("message").path("ja").asText("created"));
            return UUID.fromString(created.path("id").asText());
        }
        return UUID.fromString(existing.get().path("id").asText());
    }

    private Map<String, Object> salesforceConnection() {
        return Map.of(
                "name",
                SALESFORCE,
                "system",
                "salesforce",
                "salesforce",
                Map.of(
                        "loginUrl", platform.endpoints().salesforce(),
                        "auth",
                                Map.of(
                                        "type", "client-credentials",
                                        "clientId", "minori-demo",
                                        "clientSecret", "minori-demo-secret")));
    }

    private Map<String, Object> kintoneConnection() {
        return Map.of(
                "name",
                KINTONE,
                "system",
                "kintone",
                "kintone",
                Map.of(
                        "baseUrl", platform.endpoints().kintone(),
                        "apps",
                                List.of(
                                        Map.of("appId", 1, "token", "demo-token-app1"),
                                        Map.of("appId", 2, "token", "demo-token-app2"),
                                        Map.of("appId", 3, "token", "demo-token-app3"))));
    }

    private boolean mappings() {
        String root = platform.endpoints().sync() + "/api/v1/mappings";
        boolean anyNew = false;
        for (Path document : documents("sync-service", "mappings")) {
            if (fileKey(document).equals(SAME_CUSTOMERS)) {
                continue;
            }
            String yaml = read(document).replaceFirst("(?m)^schedule: .*$", DEMO_SCHEDULE);
            String name = yaml.lines()
                    .filter(line -> line.startsWith("name: "))
                    .findFirst()
                    .orElseThrow(() -> new DemoFailed(document + " has no name"))
                    .substring("name: ".length());
            if (named(root, name).isEmpty()) {
                web.send("POST", root + "?publish=true", platform.token(ADMIN), YAML, yaml);
                progress.accept("mapping " + name);
                anyNew = true;
            }
        }
        return anyNew;
    }

    private Optional<JsonNode> named(String root, String name) {
        JsonNode page = platform.get(ADMIN, root + "?limit=200");
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(item -> name.equals(item.path("name").asText()))
                .findFirst();
    }

    private void put(String user, String url, Map<String, Object> body) {
        web.send("PUT", url, platform.token(user), body);
    }

    private List<Path> documents(String module, String kind) {
        Path folder = repository.resolve(module + "/src/main/resources/starter/" + kind);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("no starter documents in " + folder, missing);
        }
    }

    private static String fileKey(Path document) {
        String name = String.valueOf(document.getFileName());
        return name.substring(0, name.length() - ".yaml".length());
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
