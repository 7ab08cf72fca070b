package dev.minori.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks every operation of a running service's OpenAPI document as nobody, as somebody without a role, and as a member of
 * another workspace; each path with parameters needs a sample that exists in the first workspace, whose member serves as
 * the allowed control. An operation without a sample is a finding, so a new endpoint cannot be forgotten.
 */
public final class EndpointCells {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final UUID owner;
    private final UUID stranger;
    private final String[] roles;
    private final Map<String, String> samples = new LinkedHashMap<>();
    private int asked;

    /**
     * @param base for example {@code http://localhost:8081}
     * @param owner the workspace that owns the samples
     * @param stranger another workspace
     * @param roles the roles that both members have, enough for every operation
     */
    public EndpointCells(URI base, UUID owner, UUID stranger, String... roles) {
        this.base = base;
        this.owner = owner;
        this.stranger = stranger;
        this.roles = roles;
    }

    /** Says what stands for the parameters of a path, for example {@code /api/v1/tasks/{id}}, {@code /api/v1/tasks/01…}. */
    public EndpointCells sample(String path, String existing) {
        samples.put(path, existing);
        return this;
    }

    /** How many requests were sent; a run that asked nothing proves nothing. */
    public int asked() {
        return asked;
    }

    /** One sentence a finding; empty if every wall holds and every control passes. */
    public List<String> findings() throws IOException, InterruptedException {
        List<String> findings = new ArrayList<>();
        JsonNode paths = document().path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            boolean hasParameter = PARAMETER.matcher(path.getKey()).find();
            @Nullable String existing = hasParameter ? samples.get(path.getKey()) : path.getKey();
            if (existing == null) {
                findings.add(path.getKey() + " has no sample: it is not proven to refuse other workspaces");
                continue;
            }
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                ask(path.getKey(), operation.getKey(), existing, hasParameter, findings);
            }
        }
        return findings;
    }

    private void ask(String path, String method, String existing, boolean hasParameter, List<String> findings)
            throws IOException, InterruptedException {
        if (!List.of("get", "put", "post", "delete", "patch").contains(method)) {
            return;
        }
        String name = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        expect(name + " without a token", 401, send(method, existing, null), findings);
        expect(name + " without a role", 403, send(method, existing, Tokens.of("nobody", owner)), findings);
        if (!hasParameter) {
            return;
        }
        int foreign = send(method, existing, Tokens.of("stranger", stranger, roles));
        if (foreign != 404 && foreign != 403) {
            findings.add(name + " of another workspace answered " + foreign + ", not 404");
        }
        if ("get".equals(method)) {
            expect(
                    name + " of its own workspace (control)",
                    200,
                    send(method, existing, Tokens.of("owner", owner, roles)),
                    findings);
        }
    }

    private static void expect(String what, int expected, int status, List<String> findings) {
        if (status != expected) {
            findings.add(what + " answered " + status + ", not " + expected);
        }
    }

    private int send(String method, String path, @Nullable String token) throws IOException, InterruptedException {
        asked++;
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(PARAMETER
                        .matcher(path)
                        .replaceAll(Matcher.quoteReplacement(UUID.randomUUID().toString()))))
                .method(method.toUpperCase(java.util.Locale.ROOT), HttpRequest.BodyPublishers.ofString(body(method)))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String body(String method) {
        return "get".equals(method) || "delete".equals(method) ? "" : "{}";
    }

    private JsonNode document() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve("/q/openapi?format=json")).build(),
                HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper(new YAMLFactory()).readTree(answer.body());
    }
}
