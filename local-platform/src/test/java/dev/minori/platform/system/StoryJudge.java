package dev.minori.platform.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.platform.demo.Actor;
import dev.minori.platform.demo.DemoStory.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** What must be true after the story, however often something was killed during it. */
final class StoryJudge {
    private static final String MANAGER = "kenji";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> ENDED = Set.of("delivered", "unconfirmed", "failed", "suppressed");
    private static final String FELL = "ヘルス状態が下がりました";

    private static final Ending CAME_BACK =
            new Ending(Map.of(FELL, 1), Map.of("playbook", 1), List.of("completed[true]"), Map.of("alert-opened", 1));
    private static final Ending STAYED_AWAY = new Ending(
            Map.of(FELL, 1),
            Map.of("playbook", 1),
            List.of("completed[false]"),
            Map.of("alert-opened", 1, "playbook-mail", 1));
    private static final Ending ASKED = new Ending(
            Map.of("メール「追加ライセンスのご相談」に注目の言葉があります", 1), Map.of("alert", 1), List.of(), Map.of("alert-opened", 1));

    private final Api api;

    StoryJudge(Api api) {
        this.api = api;
    }

    /** The same alerts, tasks, runs and mails as in an undisturbed story; nothing twice, nothing lost. */
    void judge(Outcome story) {
        awaitServices();
        assertThat(story.missed()).as("steps that did not come").isZero();
        assertThat(Ending.of(api, story.recovering())).isEqualTo(CAME_BACK);
        assertThat(story.staying())
                .hasSize(2)
                .allSatisfy(actor -> assertThat(Ending.of(api, actor)).isEqualTo(STAYED_AWAY))
                .allSatisfy(actor -> assertThat(band(actor)).isIn("WATCH", "AT_RISK"));
        assertThat(Ending.of(api, story.asking())).isEqualTo(ASKED);
        assertThat(api.all(
                        MANAGER,
                        api.at().scoring() + "/api/v1/contracts?customerId="
                                + story.leaving().customerId()))
                .as("contracts of the customer that cancelled one")
                .filteredOn(contract -> contract.hasNonNull("cancelledOn"))
                .hasSize(1);
        assertNothingParked();
        assertMailsMatchDeliveries();
    }

    /** Each delivery has one mail, each mail a delivery; whatever is not sure is said to be so. */
    private void assertMailsMatchDeliveries() {
        Sent sent = Awaitility.await("deliveries to end")
                .atMost(PATIENCE)
                .until(this::look, seen -> seen.isQuiet() && seen.deliveries().equals(deliveries()));
        assertThat(sent.deliveries())
                .as("no delivery failed or was given up")
                .allSatisfy((id, state) -> assertThat(state).as(id).isIn("delivered", "unconfirmed"));
        assertThat(sent.mails()).as("Message-IDs").doesNotHaveDuplicates();
        assertThat(sent.deliveries().keySet())
                .as("mails whose delivery is unknown")
                .containsAll(sent.mails());
        assertThat(sent.mails())
                .as("deliveries that say delivered, and their mails")
                .containsAll(sent.deliveries().entrySet().stream()
                        .filter(delivery -> delivery.getValue().equals("delivered"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /**
     * Deliveries by mail and what the mail server got.
     *
     * @param deliveries their states by id
     * @param mails the ids in their Message-IDs
     */
    private record Sent(Map<String, String> deliveries, List<String> mails) {
        boolean isQuiet() {
            return ENDED.containsAll(deliveries.values());
        }
    }

    private Sent look() {
        return new Sent(
                deliveries(),
                StreamSupport.stream(
                                api.send("GET", api.at().mail() + "/api/messages", "", "application/json", "")
                                        .path("messages")
                                        .spliterator(),
                                false)
                        .map(mail -> mail.path("messageId").asText())
                        .map(id -> id.substring(1, id.indexOf('@')))
                        .toList());
    }

    /** One that was killed as the story ended is still starting. */
    private void awaitServices() {
        for (String service : List.of(
                api.at().sync(),
                api.at().scoring(),
                api.at().playbook(),
                api.at().notification())) {
            Awaitility.await(service + " answers again")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> api.get("admin", service + "/api/v1/parked-messages"));
        }
    }

    private void assertNothingParked() {
        for (String service :
                List.of(api.at().scoring(), api.at().playbook(), api.at().notification())) {
            assertThat(api.get("admin", service + "/api/v1/parked-messages").path("items"))
                    .as("parked in " + service)
                    .isEmpty();
        }
    }

    private String band(Actor actor) {
        return api.get(MANAGER, api.at().scoring() + "/api/v1/customers/" + actor.customerId() + "/health")
                .path("band")
                .asText();
    }

    private Map<String, String> deliveries() {
        return api.all(MANAGER, api.at().notification() + "/api/v1/deliveries").stream()
                .filter(delivery -> delivery.path("channel").asText().equals("email"))
                .collect(Collectors.toMap(
                        delivery -> delivery.path("id").asText(),
                        delivery -> delivery.path("state").asText()));
    }
}
