package dev.minori.simulators.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.http.Faults;
import dev.minori.simulators.http.Handler;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.http.Router;
import dev.minori.simulators.seed.OwnDefinitions;
import dev.minori.simulators.time.SimulatedClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Everything below {@code /_control}, which is a page itself; other paths go on to the vendor's door behind it. */
public final class ControlDoor implements Handler {

    private static final System.Logger LOG = System.getLogger(ControlDoor.class.getName());
    private static final String ROOT = "/_control";
    private static final String JSON = "application/json;charset=UTF-8";
    private static final int MAX_TIMES = 1_000_000;
    private static final byte[] PAGE = page();

    private final String name;
    private final Handler vendor;
    private final Scenario scenario;
    private final Faults faults;
    private final SimulatedClock clock;
    private final Router<Endpoint> endpoints = new Router<>();

    /** An endpoint; what it returns is sent as JSON. */
    @FunctionalInterface
    interface Endpoint {
        Object answer(JsonNode body, Map<String, String> path) throws IOException, SQLException;
    }

    /**
     * @param name the door's name in faults and scenarios
     * @param vendor answers everything that is not control
     */
    public ControlDoor(
            String name,
            Handler vendor,
            OrgControl orgs,
            OwnDefinitions own,
            Faults faults,
            Scenario scenario,
            SimulatedClock clock) {
        this.name = name;
        this.scenario = scenario;
        this.vendor = vendor;
        this.faults = faults;
        this.clock = clock;
        endpoints
                .on("GET", "/health", (body, path) -> Map.of("status", "UP"))
                .on("GET", "/clock", (body, path) -> clockState())
                .on("POST", "/clock", (body, path) -> moveClock(body))
                .on("GET", "/faults", (body, path) -> Map.of("remaining", faults.remaining()))
                .on("POST", "/faults", (body, path) -> arm(body))
                .on("DELETE", "/faults", (body, path) -> disarm())
                .on("GET", "/orgs", (body, path) -> orgs.list())
                .on("PUT", "/orgs/{org}", (body, path) -> own.createOrg(path.getOrDefault("org", ""), body))
                .on("PUT", "/kintone/apps/{app}", (body, path) -> own.createApp(number(path), body))
                .on("PATCH", "/kintone/apps/{app}", (body, path) -> own.changeApp(number(path), body))
                .on(
                        "PUT",
                        "/kintone/users/{user}",
                        (body, path) -> own.createPerson(path.getOrDefault("user", ""), body))
                .on("PATCH", "/orgs/{org}", orgs::configure)
                .on("POST", "/orgs/{org}/seed", orgs::seed)
                .on("POST", "/orgs/{org}/sessions/expire", orgs::expireSessions)
                .on("POST", "/orgs/{org}/rows/lock", orgs::lockRows)
                .on("POST", "/orgs/{org}/rows/late", orgs::showLate)
                .on("POST", "/orgs/{org}/rows/stamp", orgs::stampRows)
                .on("GET", "/scenario", (body, path) -> scenario.state())
                .on("PUT", "/scenario", (body, path) -> beginScenario(body))
                .on("DELETE", "/scenario", (body, path) -> endScenario())
                .on("POST", "/orgs/{org}/recyclebin/empty", orgs::emptyRecycleBin)
                .on("POST", "/orgs/{org}/deletions/purge", orgs::purgeDeletions)
                .on("PUT", "/orgs/{org}/clients/{client}", orgs::register)
                .on("PUT", "/orgs/{org}/users/{username}/permissions", orgs::restrict)
                .on("POST", "/kintone/seed", orgs::seedKintone);
    }

    private static byte[] page() {
        try (InputStream page = ControlDoor.class.getResourceAsStream("/control.html")) {
            return Objects.requireNonNull(page, "control.html").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        String path = exchange.path();
        if (!path.equals(ROOT) && !path.startsWith(ROOT + "/")) {
            goOn(path);
            vendor.handle(exchange);
            return;
        }
        if (exchange.method().equals("GET") && path.length() <= ROOT.length() + 1) {
            exchange.respond(200, "text/html;charset=UTF-8", PAGE);
            return;
        }
        try {
            switch (endpoints.find(exchange.method(), path.substring(ROOT.length()))) {
                case Router.Outcome.Found<Endpoint>(Endpoint endpoint, Map<String, String> variables) ->
                    exchange.respond(200, JSON, Json.bytes(endpoint.answer(body(exchange), variables)));
                case Router.Outcome.WrongMethod<Endpoint>() -> refuse(exchange, 405, "method not allowed");
                case Router.Outcome.Unknown<Endpoint>() -> refuse(exchange, 404, "no such control");
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            refuse(exchange, 400, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            LOG.log(Level.ERROR, exchange.method() + " " + path + " failed", e);
            refuse(exchange, 500, String.valueOf(e.getMessage()));
        }
    }

    /** What a scenario has before this request happens now. */
    private void goOn(String path) {
        for (Scenario.Due due : scenario.due(name, path)) {
            for (Scenario.Action action : due.actions()) {
                try {
                    run(action);
                } catch (SQLException | IOException | IllegalArgumentException | DateTimeException e) {
                    LOG.log(Level.WARNING, "scenario: " + action.path() + " was refused", e);
                    scenario.failed(due.step(), action.path() + ": " + e.getMessage());
                }
            }
        }
    }

    private void run(Scenario.Action action) throws IOException, SQLException {
        switch (endpoints.find(action.method(), action.path())) {
            case Router.Outcome.Found<Endpoint>(Endpoint endpoint, Map<String, String> variables) ->
                endpoint.answer(action.body(), variables);
            case Router.Outcome.WrongMethod<Endpoint>(), Router.Outcome.Unknown<Endpoint>() ->
                throw new IllegalArgumentException("no such control");
        }
    }

    private Object beginScenario(JsonNode body) {
        scenario.begin(body);
        return scenario.state();
    }

    private Object endScenario() {
        scenario.end();
        return scenario.state();
    }

    private static int number(Map<String, String> path) {
        String text = path.getOrDefault("app", "");
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("the app id must be a positive number");
        }
        return Integer.parseInt(text);
    }

    private static JsonNode body(Exchange exchange) {
        if (exchange.body().length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode body = Json.MAPPER.readTree(exchange.bodyText());
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("the body must be a JSON object");
    }

    private static void refuse(Exchange exchange, int status, String detail) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status == 500 ? "The simulator failed" : "The control request was refused");
        problem.put("status", status);
        problem.put("detail", detail);
        exchange.respond(status, "application/problem+json", Json.bytes(problem));
    }

    private Object clockState() {
        return Map.of(
                "now", clock.instant().toString(), "offset", clock.offset().toString());
    }

    private Object moveClock(JsonNode body) {
        clock.shift(Duration.parse(body.path("offset").asText("")));
        return clockState();
    }

    private Object arm(JsonNode body) {
        String door = body.path("door").asText("");
        if (!door.equals("salesforce") && !door.equals("kintone")) {
            throw new IllegalArgumentException("door must be salesforce or kintone");
        }
        int times = body.path("times").asInt(1);
        if (times < 1 || times > MAX_TIMES) {
            throw new IllegalArgumentException("times must be between 1 and " + MAX_TIMES);
        }
        faults.arm(door, body.path("path").asText(""), times, fault(body));
        return Map.of("remaining", faults.remaining());
    }

    private static Faults.Fault fault(JsonNode body) {
        return switch (body.path("kind").asText("")) {
            case "delay" ->
                new Faults.Fault.Delay(Duration.parse(body.path("time").asText("")));
            case "cut" -> new Faults.Fault.Cut();
            case "reset" -> new Faults.Fault.Reset();
            case "truncate" -> {
                int bytes = body.path("bytes").asInt(-1);
                if (bytes < 0) {
                    throw new IllegalArgumentException("bytes must be a whole number of at least 0");
                }
                yield new Faults.Fault.Truncate(bytes);
            }
            case "status" -> {
                int status = body.path("status").asInt(0);
                if (status < 400 || status > 599) {
                    throw new IllegalArgumentException("status must be between 400 and 599");
                }
                yield new Faults.Fault.Status(status);
            }
            default -> throw new IllegalArgumentException("kind must be delay, status, cut, reset or truncate");
        };
    }

    private Object disarm() {
        faults.clear();
        return Map.of("remaining", 0);
    }
}
