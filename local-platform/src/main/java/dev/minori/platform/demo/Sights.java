package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What Minori shows of a customer, read as a manager reads it: through the public APIs. */
final class Sights {
    private static final String MANAGER = "kenji";
    private static final String UNCONFIRMED = "unconfirmed";

    private final Platform platform;

    Sights(Platform platform) {
        this.platform = platform;
    }

    JsonNode health(Actor actor) {
        return platform.get(MANAGER, scoring() + "/api/v1/customers/" + actor.customerId() + "/health");
    }

    List<JsonNode> contracts(Actor actor) {
        return items(platform.get(MANAGER, scoring() + "/api/v1/contracts?customerId=" + actor.customerId()));
    }

    /** Usage of one day; empty while Minori does not know it. */
    List<JsonNode> usage(Actor actor, LocalDate day) {
        List<JsonNode> days = new ArrayList<>();
        platform.get(
                        MANAGER,
                        scoring() + "/api/v1/customers/" + actor.customerId() + "/usage?from=" + day + "&to=" + day)
                .forEach(days::add);
        return days;
    }

    /** The newest day whose usage counts. */
    LocalDate usageUntil() {
        return LocalDate.parse(platform.get(MANAGER, scoring() + "/api/v1/follow-ups?limit=1")
                .path("usageUntil")
                .asText());
    }

    List<JsonNode> alerts(Actor actor) {
        return list(platform.endpoints().playbook(), "alerts", actor);
    }

    List<JsonNode> tasks(Actor actor) {
        return list(platform.endpoints().playbook(), "tasks", actor);
    }

    List<JsonNode> runs(Actor actor) {
        return list(platform.endpoints().playbook(), "playbook-runs", actor);
    }

    /** A run with its steps. */
    JsonNode run(String id) {
        return platform.get(MANAGER, platform.endpoints().playbook() + "/api/v1/playbook-runs/" + id);
    }

    /** Deliveries by mail; the same notifications lie in the console too. */
    List<JsonNode> deliveries(Actor actor) {
        return list(platform.endpoints().notification(), "deliveries", actor).stream()
                .filter(delivery -> delivery.path("channel").asText().equals("email"))
                .toList();
    }

    /** Everything in the mail sink, newest first. */
    List<JsonNode> mails() {
        JsonNode answer = platform.web().get(platform.endpoints().mail() + "/api/messages", "");
        List<JsonNode> mails = new ArrayList<>();
        (answer.isArray() ? answer : answer.path("messages")).forEach(mails::add);
        return mails;
    }

    /** Whether a delivery reached the mail server, surely or (its answer was lost) probably. */
    static boolean isSent(JsonNode delivery) {
        return List.of("delivered", UNCONFIRMED).contains(delivery.path("state").asText());
    }

    /** A sent delivery in words. */
    static String sent(JsonNode delivery) {
        return delivery.path("subject").asText() + " → "
                + delivery.path("address").asText()
                + (delivery.path("state").asText().equals(UNCONFIRMED) ? " (unconfirmed)" : "");
    }

    private String scoring() {
        return platform.endpoints().scoring();
    }

    private List<JsonNode> list(String service, String what, Actor actor) {
        return items(platform.get(MANAGER, service + "/api/v1/" + what + "?customerId=" + actor.customerId()));
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }
}
