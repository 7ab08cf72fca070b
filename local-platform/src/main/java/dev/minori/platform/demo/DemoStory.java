package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays the story against a running platform: in Salesforce the usage of three customers falls, one contract is
 * cancelled, one mail asks for a quotation. Every step after that is Minori's; the story watches it through the public
 * APIs, and sends the platform's clock through the wait of the playbook that began for the three.
 */
public final class DemoStory {
    /** From a change in the source to the mail, with the demo's schedule of 5 s. */
    private static final Duration PROMISE = Duration.ofSeconds(15);

    private static final int FALLING = 3;

    private final Platform platform;
    private final Sights sights;
    private final PlatformClock clock;
    private final ZoneId zone;
    private final Consumer<String> out;

    /**
     * Who took part.
     *
     * @param missed how many steps did not come; 0 when all went well
     * @param recovering its usage fell and came back during the playbook's wait
     * @param staying their usage fell and did not come back
     * @param leaving its contract was cancelled
     * @param asking it asked for a quotation by mail
     */
    public record Outcome(int missed, Actor recovering, List<Actor> staying, Actor leaving, Actor asking) {}

    /**
     * @param clock of the platform; the story sends it some days ahead
     * @param zone zone of the demo workspace
     * @param out told each step
     */
    public DemoStory(Endpoints endpoints, PlatformClock clock, ZoneId zone, Consumer<String> out) {
        this.platform = new Platform(endpoints, new Web());
        this.sights = new Sights(platform);
        this.clock = clock;
        this.zone = zone;
        this.out = out;
    }

    /** Plays it to the end, whatever is missed. */
    public Outcome play() {
        SalesforceOrg org = new SalesforceOrg(platform.endpoints().salesforce(), platform.web());
        CrmChanges changes = new CrmChanges(org, out);
        List<Actor> cast = new Casting(platform, org).choose(FALLING + 2);
        List<Actor> falling = cast.subList(0, FALLING);
        Actor leaving = cast.get(FALLING);
        Actor asking = cast.get(FALLING + 1);
        int mailsBefore = sights.mails().size();
        double pointsBefore = sights.health(leaving).path("points").asDouble();
        LocalDate today = LocalDate.ofInstant(clock.now(), zone);

        out.accept("In Salesforce:");
        long usersOnceAndAgain = changes.lowerUsage(falling.getFirst(), today);
        falling.stream().skip(1).forEach(actor -> changes.lowerUsage(actor, today));
        changes.cancelContract(leaving, today);
        changes.askForQuotation(asking, clock.now());

        Watch watch = new Watch(out);
        out.accept("In Minori:");
        falling.forEach(actor -> watchFall(watch, actor));
        watchCancellation(watch, leaving, pointsBefore);
        watchQuotation(watch, asking);
        watch.tellAgainst(PROMISE);

        UsageWait wait = new UsageWait(sights, changes, clock, zone, out);
        int missedLater = wait.play(falling.getFirst(), usersOnceAndAgain, falling.subList(1, FALLING));

        showMails(mailsBefore);
        int missed = watch.missed() + missedLater;
        out.accept(missed == 0 ? "Every step came." : missed + " steps did not come.");
        return new Outcome(missed, falling.getFirst(), List.copyOf(falling.subList(1, FALLING)), leaving, asking);
    }

    private void watchFall(Watch watch, Actor actor) {
        out.accept(" " + actor.name());
        watch.await(
                "health band",
                () -> Optional.of(sights.health(actor))
                        .filter(score -> !score.path("band").asText().equals("GOOD"))
                        .map(score -> "%s %.0f → %s %.0f"
                                .formatted(
                                        score.path("previousBand").asText(),
                                        score.path("previousPoints").asDouble(),
                                        score.path("band").asText(),
                                        score.path("points").asDouble())));
        watchAlert(watch, actor);
        watch.await(
                "task",
                () -> sights.tasks(actor).stream()
                        .findFirst()
                        .map(task -> task.path("title").path("ja").asText() + ", due "
                                + task.path("dueOn").asText("-")));
        watch.await(
                "playbook",
                () -> sights.runs(actor).stream()
                        .filter(run -> run.path("state").asText().equals("waiting"))
                        .findFirst()
                        .map(run -> "waits in step " + run.path("stepId").asText()));
        watchMail(watch, actor);
    }

    private void watchCancellation(Watch watch, Actor actor, double pointsBefore) {
        out.accept(" " + actor.name());
        watch.await(
                "contract",
                () -> sights.contracts(actor).stream()
                        .filter(contract -> contract.hasNonNull("cancelledOn"))
                        .findFirst()
                        .map(contract -> contract.path("contractNumber").asText() + ", cancelled on "
                                + contract.path("cancelledOn").asText()));
        watch.await(
                "health score",
                () -> Optional.of(sights.health(actor))
                        .filter(score -> score.path("points").asDouble() < pointsBefore)
                        .map(score -> "%.0f → %.0f"
                                .formatted(pointsBefore, score.path("points").asDouble())));
    }

    private void watchQuotation(Watch watch, Actor actor) {
        out.accept(" " + actor.name());
        watchAlert(watch, actor);
        watchMail(watch, actor);
    }

    private void watchAlert(Watch watch, Actor actor) {
        watch.await(
                "alert",
                () -> sights.alerts(actor).stream()
                        .filter(alert -> alert.path("state").asText().equals("open"))
                        .findFirst()
                        .map(alert -> alert.path("title").path("ja").asText()));
    }

    private void watchMail(Watch watch, Actor actor) {
        watch.await(
                "mail",
                () -> sights.deliveries(actor).stream()
                        .filter(Sights::isSent)
                        .findFirst()
                        .map(Sights::sent));
    }

    private void showMails(int before) {
        List<JsonNode> all = sights.mails();
        int fresh = Math.max(0, all.size() - before);
        out.accept(
                "In the mail sink (%s): %d new".formatted(platform.endpoints().mail(), fresh));
        all.stream()
                .limit(fresh)
                .forEach(mail -> out.accept("  ✉ %s  %s"
                        .formatted(
                                mail.path("to").path(0).asText(mail.path("to").asText()),
                                mail.path("subject").asText())));
    }
}
