package dev.minori.platform.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.minori.platform.demo.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What a story left behind for one customer, without anything that depends on who it was or when: so that two stories can
 * be compared. What only the calendar brings (a contract near its end, a reminder of a task) is left out, and
 * what people do by hand, as the browser tests before it do.
 *
 * @param alerts how many of each title
 * @param tasks how many of each origin
 * @param runs of each playbook run its state and the answers of its branches
 * @param mails how many of each template were sent
 */
record Ending(Map<String, Integer> alerts, Map<String, Integer> tasks, List<String> runs, Map<String, Integer> mails) {
    private static final String MANAGER = "kenji";
    private static final String CALENDAR = "契約「";
    private static final String PERSON = "person";
    private static final Set<String> OF_CALENDAR_AND_PEOPLE =
            Set.of("task-due", "task-assigned", "question-asked", "question-answered");

    static Ending of(Api api, Actor actor) {
        String query = "?customerId=" + actor.customerId();
        String playbook = api.at().playbook() + "/api/v1/";
        List<JsonNode> alerts = api.all(MANAGER, playbook + "alerts" + query).stream()
                .filter(alert -> !title(alert).startsWith(CALENDAR))
                .toList();
        List<String> ids =
                alerts.stream().map(alert -> alert.path("id").asText()).toList();
        List<JsonNode> tasks = api.all(MANAGER, playbook + "tasks" + query).stream()
                .filter(task -> !task.path("origin").asText().equals(PERSON))
                .filter(task -> !task.hasNonNull("alertId")
                        || ids.contains(task.path("alertId").asText()))
                .toList();
        List<String> runs = api.all(MANAGER, playbook + "playbook-runs" + query).stream()
                .map(run ->
                        run.path("state").asText() + answers(api, run.path("id").asText()))
                .sorted()
                .toList();
        List<JsonNode> mails = api.all(MANAGER, api.at().notification() + "/api/v1/deliveries" + query).stream()
                .filter(delivery -> delivery.path("channel").asText().equals("email")
                        && !delivery.path("subject").asText().contains(CALENDAR)
                        && !OF_CALENDAR_AND_PEOPLE.contains(
                                delivery.path("templateKey").asText()))
                .toList();
        return new Ending(
                count(alerts, Ending::title),
                count(tasks, task -> task.path("origin").asText()),
                runs,
                count(mails, mail -> mail.path("templateKey").asText()));
    }

    private static List<String> answers(Api api, String run) {
        JsonNode steps = api.get(MANAGER, api.at().playbook() + "/api/v1/playbook-runs/" + run)
                .path("steps");
        return StreamSupport.stream(steps.spliterator(), false)
                .filter(step -> step.hasNonNull("answer"))
                .map(step -> step.path("answer").asText())
                .toList();
    }

    private static String title(JsonNode alert) {
        return alert.path("title").path("ja").asText();
    }

    private static Map<String, Integer> count(List<JsonNode> items, Function<JsonNode, String> what) {
        Map<String, Integer> counts = new TreeMap<>();
        items.forEach(item -> counts.merge(what.apply(item), 1, Integer::sum));
        return counts;
    }
}
