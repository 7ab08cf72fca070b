package dev.minori.simulators.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Control calls that happen on the way: each before the n-th request of a door whose path contains a text. It goes by
 * requests, not by time, so that the same client meets the same things in the same places, every time.
 */
public final class Scenario {

    private static final int MAX_STEPS = 1000;

    private List<Step> steps = List.of();

    /** A control call of a step. */
    record Action(String method, String path, JsonNode body) {}

    private static final class Step {

        private final String door;
        private final String path;
        private final int request;
        private final List<Action> actions;
        private int seen;
        private @Nullable String failed;

        Step(String door, String path, int request, List<Action> actions) {
            this.door = door;
            this.path = path;
            this.request = request;
            this.actions = actions;
        }

        boolean due(String askedDoor, String askedPath) {
            return door.equals(askedDoor) && askedPath.contains(path) && ++seen == request;
        }
    }

    /** What a request sets off. */
    record Due(int step, List<Action> actions) {}

    /** Begins a scenario from its start: {@code {"steps": [{"door", "path", "request", "do": [{"method", "path", "body"}]}]}}. */
    synchronized void begin(JsonNode given) {
        JsonNode listed = given.path("steps");
        if (!listed.isArray() || listed.size() > MAX_STEPS) {
            throw new IllegalArgumentException("steps must be an array of at most " + MAX_STEPS);
        }
        List<Step> read = new ArrayList<>();
        for (JsonNode step : listed) {
            read.add(step(step, read.size() + 1));
        }
        steps = List.copyOf(read);
    }

    private static Step step(JsonNode given, int number) {
        String door = given.path("door").asText("salesforce");
        if (!door.equals("salesforce") && !door.equals("kintone")) {
            throw new IllegalArgumentException("step " + number + ": door must be salesforce or kintone");
        }
        int request = given.path("request").asInt(1);
        if (request < 1) {
            throw new IllegalArgumentException("step " + number + ": request must be at least 1");
        }
        List<Action> actions = new ArrayList<>();
        for (JsonNode action : given.path("do")) {
            String path = action.path("path").asText("");
            if (!path.startsWith("/") || path.startsWith("/scenario")) {
                throw new IllegalArgumentException("step " + number + ": '" + path + "' is not a control call");
            }
            JsonNode body = action.has("body") ? action.path("body") : JsonNodeFactory.instance.objectNode();
            actions.add(new Action(action.path("method").asText("POST"), path, body));
        }
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("step " + number + ": do must name at least one control call");
        }
        return new Step(door, given.path("path").asText(""), request, List.copyOf(actions));
    }

    /** Forgets the scenario. */
    synchronized void end() {
        steps = List.of();
    }

    /** Counts a request, and tells what comes before it. */
    synchronized List<Due> due(String door, String path) {
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).due(door, path)) {
                due.add(new Due(i, steps.get(i).actions));
            }
        }
        return due;
    }

    /** Notes that a control call of a step was refused. */
    synchronized void failed(int step, String reason) {
        if (step < steps.size()) {
            steps.get(step).failed = reason;
        }
    }

    /** How far it has come. */
    synchronized Map<String, Object> state() {
        List<Map<String, Object>> told = new ArrayList<>();
        for (Step step : steps) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("door", step.door);
            one.put("path", step.path);
            one.put("request", step.request);
            one.put("seen", step.seen);
            one.put("done", step.seen >= step.request);
            if (step.failed != null) {
                one.put("failed", step.failed);
            }
            told.add(one);
        }
        return Map.of("steps", told);
    }
}
