package dev.minori.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The second half of the story: the playbook waits three business days, and the platform's clock is sent through them day
 * by day, so that each day brings its usage as it would. One customer's usage comes back, and its playbook ends without a
 * mail; the others' does not, and their CSMs are told.
 */
final class UsageWait {
    private static final String PLAYBOOK_MAIL = "playbook-mail";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd（E） HH:mm", Locale.JAPAN);
    /** A little past the end of the wait, so that it is over. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Sights sights;
    private final CrmChanges changes;
    private final PlatformClock clock;
    private final ZoneId zone;
    private final Consumer<String> out;

    UsageWait(Sights sights, CrmChanges changes, PlatformClock clock, ZoneId zone, Consumer<String> out) {
        this.sights = sights;
        this.changes = changes;
        this.clock = clock;
        this.zone = zone;
        this.out = out;
    }

    /**
     * Goes through the wait and watches what comes of it.
     *
     * @param usersAgain how many people use the product of the recovering customer from now on
     * @return how many steps did not come
     */
    int play(Actor recovering, long usersAgain, List<Actor> staying) {
        Watch arrivals = new Watch(out);
        Optional<Instant> end = endOfWait(arrivals, recovering, staying);
        if (end.isEmpty()) {
            return arrivals.missed();
        }
        out.accept("The playbook waits until %s. The clock of the platform is sent there:"
                .formatted(TIME.format(end.get().atZone(zone))));
        LocalDate first = LocalDate.ofInstant(clock.now(), zone);
        while (clock.now().isBefore(end.get())) {
            LocalDate today = LocalDate.ofInstant(clock.now(), zone);
            changes.writeUsage(recovering, today, usersAgain);
            staying.forEach(actor -> changes.writeUsage(actor, today, 0));
            arrivals.await(
                    TIME.format(clock.now().atZone(zone)),
                    () -> hasArrived(recovering, today, usersAgain)
                                    && staying.stream().allMatch(actor -> hasArrived(actor, today, 0))
                            ? Optional.of("%s: %d people, %s: nobody"
                                    .formatted(
                                            recovering.name(),
                                            usersAgain,
                                            String.join(
                                                    ", ",
                                                    staying.stream()
                                                            .map(Actor::name)
                                                            .toList())))
                            : Optional.empty());
            Instant tomorrow = clock.now().plus(Duration.ofDays(1));
            if (tomorrow.isBefore(end.get())) {
                clock.sendTo(tomorrow);
            } else {
                awaitCounted(arrivals, first);
                clock.sendTo(end.get().plus(MARGIN));
            }
        }
        Watch watch = new Watch(out);
        out.accept("%s in Minori:".formatted(TIME.format(clock.now().atZone(zone))));
        staying.forEach(actor -> watchMail(watch, actor));
        watchRecovery(watch, recovering);
        return arrivals.missed() + watch.missed();
    }

    /** Days go by so fast here that the playbook could ask before Minori, which waits for stragglers, counts any of them. */
    private void awaitCounted(Watch watch, LocalDate day) {
        watch.await("usage", () -> {
            LocalDate until = sights.usageUntil();
            return until.isBefore(day) ? Optional.empty() : Optional.of("counted until " + until);
        });
    }

    /** When the last of the runs goes on; empty if one of them does not wait, which is then missed. */
    private Optional<Instant> endOfWait(Watch watch, Actor recovering, List<Actor> staying) {
        Instant end = Instant.MIN;
        for (Actor actor :
                Stream.concat(Stream.of(recovering), staying.stream()).toList()) {
            Optional<Instant> due = watch.ask(() -> sights.runs(actor)).stream()
                    .filter(run -> run.path("state").asText().equals("waiting"))
                    .map(run -> Instant.parse(run.path("dueAt").asText()))
                    .findFirst();
            if (due.isEmpty()) {
                watch.miss("playbook", actor.name() + " has no waiting run");
                return Optional.empty();
            }
            end = due.get().isAfter(end) ? due.get() : end;
        }
        return Optional.of(end);
    }

    private boolean hasArrived(Actor actor, LocalDate day, long users) {
        return sights.usage(actor, day).stream()
                .anyMatch(usage -> usage.path("activeUsers").asLong(-1) == users);
    }

    private void watchMail(Watch watch, Actor actor) {
        out.accept(" " + actor.name());
        watchBranch(watch, actor, "false", "usage did not come back");
        watch.await(
                "mail",
                () -> sights.deliveries(actor).stream()
                        .filter(UsageWait::isPlaybookMail)
                        .filter(Sights::isSent)
                        .findFirst()
                        .map(Sights::sent));
    }

    private void watchRecovery(Watch watch, Actor actor) {
        out.accept(" " + actor.name());
        watchBranch(watch, actor, "true", "usage came back, ended without a mail");
        if (watch.ask(() -> sights.deliveries(actor)).stream().anyMatch(UsageWait::isPlaybookMail)) {
            watch.miss("mail", "a mail was sent although usage came back");
        }
    }

    private void watchBranch(Watch watch, Actor actor, String answer, String meaning) {
        watch.await(
                "playbook",
                () -> sights.runs(actor).stream()
                        .filter(run -> run.path("state").asText().equals("completed"))
                        .map(run -> sights.run(run.path("id").asText()))
                        .filter(run -> answers(run).contains(answer))
                        .findFirst()
                        .map(run -> meaning));
    }

    private static List<String> answers(JsonNode run) {
        return StreamSupport.stream(run.path("steps").spliterator(), false)
                .map(step -> step.path("answer").asText(""))
                .toList();
    }

    private static boolean isPlaybookMail(JsonNode delivery) {
        return delivery.path("templateKey").asText().equals(PLAYBOOK_MAIL);
    }
}
