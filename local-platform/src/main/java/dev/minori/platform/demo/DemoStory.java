package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays the story against a running platform: in Salesforce the usage of three customers falls, one contract is
 * cancelled, one mail asks for a quotation. Every step after that is Minori's; the story watches it through the public
 * APIs.
 */
public final class DemoStory {
    private static final String MANAGER = "kenji";
    private static final int FALLING = 3;
    /** Of the usage that is left: a fall nobody can miss. */
    private static final double REMAINS = 0.15;

    private final Platform platform;
    private final Consumer<String> out;
    private final LocalDate today;

    /**
     * @param zone zone of the demo workspace
     * @param out told each step
     */
    public DemoStory(Endpoints endpoints, Instant now, ZoneId zone, Consumer<String> out) {
        this.platform = new Platform(endpoints, new Web());
        this.out = out;
        this.today = LocalDate.ofInstant(now, zone);
    }

    /** Plays it; true if every step came. */
    public boolean play() {
        SalesforceOrg org = new SalesforceOrg(platform.endpoints().salesforce(), platform.web());
        List<Actor> cast = new Casting(platform, org).choose(FALLING + 2);
        List<Actor> falling = cast.subList(0, FALLING);
        Actor leaving = cast.get(FALLING);
        Actor asking = cast.get(FALLING + 1);
        int mailsBefore = mails().size();

        out.accept("In Salesforce:");
        falling.forEach(actor -> lowerUsage(org, actor));
        cancelContract(org, leaving);
        writeMail(org, asking);

        Watch watch = new Watch(out);
        out.accept("In Minori:");
        for (Actor actor : falling) {
            watchFall(watch, actor);
        }
        watchCancellation(watch, leaving);
        watchAlert(watch, asking, "mail-words", "見積もり");
        watchMail(watch, asking);
        showMails(mailsBefore);
        out.accept(watch.missed() == 0 ? "Every step came." : watch.missed() + " steps did not come.");
        return watch.missed() == 0;
    }

    private void lowerUsage(SalesforceOrg org, Actor actor) {
        List<JsonNode> days = org.query("SELECT Id, ActiveUsers__c, Logins__c, Actions__c FROM DailyUsage__c"
                + " WHERE Account__c = '" + actor.accountId() + "' AND Date__c >= " + today.minusDays(28));
        for (JsonNode day : days) {
            org.update(
                    "DailyUsage__c",
                    day.path("Id").asText(),
                    Map.of(
                            "ActiveUsers__c",
                                    Math.round(day.path("ActiveUsers__c").asDouble() * REMAINS),
                            "Logins__c", Math.round(day.path("Logins__c").asDouble() * REMAINS),
                            "Actions__c", Math.round(day.path("Actions__c").asDouble() * REMAINS)));
        }
        out.accept("  · 利用低下  %s: %d days of usage fall to 15 %%".formatted(actor.name(), days.size()));
    }

    private void cancelContract(SalesforceOrg org, Actor actor) {
        List<JsonNode> contracts = org.query("SELECT Id, ContractNumber FROM Contract WHERE AccountId = '"
                + actor.accountId() + "' AND Status = 'Activated' ORDER BY StartDate DESC LIMIT 1");
        if (contracts.isEmpty()) {
            throw new DemoFailed(actor.name() + " has no contract to cancel");
        }
        org.update(
                "Contract",
                contracts.getFirst().path("Id").asText(),
                Map.of("Status", "Cancelled", "CancelledOn__c", today.toString()));
        out.accept("  · 解約      %s: contract %s"
                .formatted(
                        actor.name(),
                        contracts.getFirst().path("ContractNumber").asText()));
    }

    private void writeMail(SalesforceOrg org, Actor actor) {
        org.create(
                "EmailMessage",
                Map.of(
                        "RelatedToId",
                        actor.accountId(),
                        "FromAddress",
                        "soumu@customer.example",
                        "ToAddress",
                        actor.ownerEmail(),
                        "Subject",
                        "追加ライセンスのご相談",
                        "TextBody",
                        "いつもお世話になっております。来期から利用人数を増やしたく、20名分の見積もりをお願いできますでしょうか。",
                        "Incoming",
                        true,
                        "MessageDate",
                        Instant.now(java.time.Clock.systemUTC())
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()));
        out.accept("  · メール    %s: 「見積もりをお願いできますでしょうか」".formatted(actor.name()));
    }

    private void watchFall(Watch watch, Actor actor) {
        out.accept(" " + actor.name());
        watch.await(
                "ヘルス状態",
                () -> Optional.of(health(actor))
                        .filter(score -> !score.path("band").asText().equals("GOOD"))
                        .map(score -> "%s %.0f → %s %.0f"
                                .formatted(
                                        score.path("previousBand").asText(),
                                        score.path("previousPoints").asDouble(),
                                        score.path("band").asText(),
                                        score.path("points").asDouble())));
        watchAlert(watch, actor, "band-fell", "");
        watch.await(
                "タスク",
                () -> Watch.first(list("playbook", "tasks", actor), task -> true)
                        .map(task -> task.path("title").path("ja").asText() + " 期限 "
                                + task.path("dueOn").asText("-")));
        watch.await(
                "プレイブック",
                () -> Watch.first(list("playbook", "playbook-runs", actor), run -> true)
                        .map(run -> run.path("state").asText() + " "
                                + run.path("stepId").asText("")));
        watchMail(watch, actor);
    }

    private void watchCancellation(Watch watch, Actor actor) {
        out.accept(" " + actor.name());
        watch.await(
                "契約",
                () -> Watch.first(
                                platform.get(
                                        MANAGER,
                                        platform.endpoints().scoring() + "/api/v1/contracts?customerId="
                                                + actor.customerId()),
                                contract -> contract.hasNonNull("cancelledOn"))
                        .map(contract -> contract.path("contractNumber").asText() + " 解約日 "
                                + contract.path("cancelledOn").asText()));
        watch.await(
                "ヘルススコア",
                () -> Optional.of(health(actor))
                        .filter(score -> score.hasNonNull("previousPoints")
                                && score.path("points").asDouble()
                                        < score.path("previousPoints").asDouble())
                        .map(score -> "%.0f → %.0f"
                                .formatted(
                                        score.path("previousPoints").asDouble(),
                                        score.path("points").asDouble())));
    }

    private void watchAlert(Watch watch, Actor actor, String ruleKey, String why) {
        if (!why.isEmpty()) {
            out.accept(" " + actor.name());
        }
        watch.await(
                "アラート " + ruleKey,
                () -> Watch.first(
                                list("playbook", "alerts", actor),
                                alert -> alert.path("state").asText().equals("open"))
                        .map(alert -> alert.path("title").path("ja").asText()));
    }

    private void watchMail(Watch watch, Actor actor) {
        watch.await(
                "通知",
                () -> Watch.first(
                                list("notification", "deliveries", actor),
                                delivery -> delivery.path("state").asText().equals("delivered"))
                        .map(delivery -> delivery.path("subject").asText() + " → "
                                + delivery.path("address").asText()));
    }

    private void showMails(int before) {
        List<JsonNode> all = mails();
        out.accept(
                "In the mail sink (%s): %d new".formatted(platform.endpoints().mail(), all.size() - before));
        all.stream()
                .limit(Math.max(0, all.size() - before))
                .forEach(mail -> out.accept("  ✉ %s  %s"
                        .formatted(
                                mail.path("to").path(0).asText(mail.path("to").asText()),
                                mail.path("subject").asText())));
    }

    private List<JsonNode> mails() {
        JsonNode answer = platform.web().get(platform.endpoints().mail() + "/api/messages", "");
        JsonNode items = answer.isArray() ? answer : answer.path("messages");
        java.util.ArrayList<JsonNode> mails = new java.util.ArrayList<>();
        items.forEach(mails::add);
        return mails;
    }

    private JsonNode health(Actor actor) {
        return platform.get(
                MANAGER, platform.endpoints().scoring() + "/api/v1/customers/" + actor.customerId() + "/health");
    }

    private JsonNode list(String service, String what, Actor actor) {
        String base = service.equals("playbook")
                ? platform.endpoints().playbook()
                : platform.endpoints().notification();
        return platform.get(MANAGER, base + "/api/v1/" + what + "?customerId=" + actor.customerId());
    }
}
