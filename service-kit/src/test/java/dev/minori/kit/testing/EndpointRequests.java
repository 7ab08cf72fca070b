package dev.minori.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operations of a running service's OpenAPI document, each with something that exists, and how they are asked. */
final class EndpointRequests {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** The services speak HTTP/1.1; offering each request the upgrade to HTTP/2 made one in thousands unreadable. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final Map<String, String> samples = new LinkedHashMap<>();
    private int asked;

    EndpointRequests(URI base) {
        this.base = base;
    }

    /** What is sent. */
    record Body(String mediaType, String text) {
        static final Body NONE = new Body("application/json", "");
    }

    /** What can be asked, and what exists to ask it of. */
    record Operation(String path, String method, String target, JsonNode description) {
        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        boolean isGet() {
            return "get".equals(method);
        }

        boolean namesSomething() {
            return PARAMETER.matcher(path).find();
        }

        boolean takesBody() {
            return description.has("requestBody");
        }

        boolean takes(String queryParameter) {
            return description
                    .path("parameters")
                    .valueStream()
                    .anyMatch(parameter -> "query".equals(parameter.path("in").asText())
                            && queryParameter.equals(parameter.path("name").asText()));
        }

        boolean isStream() {
            return description.toString().contains("text/event-stream");
        }

        /** The same with one more query parameter. */
        Operation with(String parameter, String value) {
            String more = parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
            return new Operation(path, method, target + (target.contains("?") ? "&" : "?") + more, description);
        }
    }

    void sample(String path, String existing) {
        samples.put(path, existing);
    }

    int asked() {
        return asked;
    }

    /** All that can be asked; what has no sample is a finding. */
    List<Operation> operations(List<String> findings) throws IOException, InterruptedException {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            @Nullable String existing = samples.get(path.getKey());
            if (existing == null && PARAMETER.matcher(path.getKey()).find()) {
                findings.add(path.getKey() + " has no sample: it is not proven to refuse other workspaces");
                continue;
            }
            String usual = existing == null ? path.getKey() : existing;
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey();
                if (METHODS.contains(method)) {
                    String target = samples.getOrDefault(method.toUpperCase(Locale.ROOT) + " " + path.getKey(), usual);
                    operations.add(new Operation(path.getKey(), method, target, operation.getValue()));
                }
            }
        }
        return operations;
    }

    HttpResponse<String> ask(Operation operation, Body body, @Nullable String token, boolean namesVersion)
            throws IOException, InterruptedException {
        asked++;
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(operation.target()))
                .method(operation.method().toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.ofString(body.text()))
                .header("Content-Type", body.mediaType());
        if (namesVersion) {
            request.header("If-Match", "\"0\"");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode document() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve("/q/openapi?format=json")).build(),
                HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body());
    }
}
