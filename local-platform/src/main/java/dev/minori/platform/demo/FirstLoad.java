package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads everything once, and tells how far it is. */
final class FirstLoad {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Set<String> ENDED = Set.of("succeeded", "failed");

    private final Platform platform;
    private final String user;
    private final Consumer<String> progress;

    FirstLoad(Platform platform, String user, Consumer<String> progress) {
        this.platform = platform;
        this.user = user;
        this.progress = progress;
    }

    void run(List<UUID> connections) {
        String root = platform.endpoints().sync() + "/api/v1/sync-runs";
        for (UUID connection : connections) {
            JsonNode runs = platform.web()
                    .send("POST", root, platform.token(user), Map.of("connectionId", connection, "kind", "full"));
            Map<String, String> waiting = new HashMap<>();
            runs.forEach(run ->
                    waiting.put(run.path("id").asText(), run.path("object").asText()));
            await(root, waiting);
        }
    }

    private void await(String root, Map<String, String> waiting) {
        Waiting patience = new Waiting(LIMIT, progress);
        while (!waiting.isEmpty()) {
            for (String id : List.copyOf(waiting.keySet())) {
                JsonNode run = platform.get(user, root + "/" + id);
                if (ENDED.contains(run.path("state").asText())) {
                    waiting.remove(id);
                    tell(run);
                }
            }
            if (!patience.goOn("the first load of " + String.join(", ", waiting.values()))) {
                throw new DemoFailed("the first load of " + waiting.values() + " did not end within " + LIMIT);
            }
        }
    }

    private void tell(JsonNode run) {
        JsonNode counts = run.path("counts");
        if (run.path("state").asText().equals("failed")) {
            throw new DemoFailed("the first load of " + run.path("object").asText() + " failed: " + run.path("error"));
        }
        progress.accept("read %s: %,d rows, %,d rejected, %d API calls"
                .formatted(
                        run.path("object").asText(),
                        counts.path("read").asLong(),
                        counts.path("rejected").asLong(),
                        run.path("apiCalls").asLong()));
    }
}
