package dev.minori.scoring.followup;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.security.Actor;
import dev.minori.scoring.customer.Customers;
import dev.minori.scoring.customer.VisibilityRule;
import dev.minori.scoring.expression.Moment;
import dev.minori.scoring.expression.Moments;
import dev.minori.scoring.followup.Candidate.Dismissal;
import dev.minori.scoring.followup.FollowUpStore.Question;
import dev.minori.scoring.followup.FollowUpStore.Ranked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom to call today: customers with a sign, those first where most is at stake and least time is left. */
@ApplicationScoped
@Transactional
public class FollowUps {
    /** Nobody calls more customers a day. */
    public static final int MOST = 50;

    private final FollowUpStore store;
    private final Customers customers;
    private final VisibilityRule visibility;
    private final Moments moments;
    private final Actor actor;
    private final Audit audit;

    FollowUps(
            FollowUpStore store,
            Customers customers,
            VisibilityRule visibility,
            Moments moments,
            Actor actor,
            Audit audit) {
        this.store = store;
        this.customers = customers;
        this.visibility = visibility;
        this.moments = moments;
        this.actor = actor;
        this.audit = audit;
    }

    /** A customer to call, with the reason in one sentence. */
    public record FollowUp(Candidate customer, Wording reason) {}

    /**
     * The first ones by priority, with how many there are in all, as of a time.
     *
     * @param usageUntil the newest day whose usage counts
     */
    public record Today(Instant at, LocalDate usageUntil, List<FollowUp> followUps, long total) {
        public Today {
            followUps = List.copyOf(followUps);
        }
    }

    /**
     * Whom to call today.
     *
     * @param owners whose customers; null for everybody's
     * @param dismissed those set aside instead of the others
     */
    public Today today(UUID workspaceId, @Nullable List<UUID> owners, boolean dismissed, int limit) {
        Moment moment = moments.now(workspaceId);
        Ranked ranked = store.rank(
                new Question(
                        workspaceId,
                        visibility.ofCaller(),
                        owners,
                        dismissed,
                        moment.today(),
                        moment.now(),
                        moment.usageUntil()),
                limit);
        return new Today(
                moment.now(),
                moment.usageUntil(),
                ranked.candidates().stream()
                        .map(customer -> new FollowUp(customer, FollowUpReason.of(customer)))
                        .toList(),
                ranked.total());
    }

    /**
     * Sets a customer aside until a day comes or something new happens: its state or score gets worse, a mail or a ticket
     * arrives, the next date changes.
     *
     * @param until the day it comes back; null if only news brings it back
     */
    public Dismissal dismiss(UUID workspaceId, UUID customerId, @Nullable LocalDate until, boolean untilNews) {
        customers.get(workspaceId, customerId);
        Moment moment = moments.now(workspaceId);
        check(until, untilNews, moment.today());
        Dismissal dismissal = new Dismissal(actor.subject(), moment.now(), until, untilNews);
        store.dismiss(workspaceId, customerId, dismissal);
        audit.record(
                "follow-up-dismissed",
                "customer",
                customerId.toString(),
                Map.of("until", String.valueOf(until), "untilNews", String.valueOf(untilNews)));
        return dismissal;
    }

    /** Takes a decision back; without one nothing happens. */
    public void restore(UUID workspaceId, UUID customerId) {
        customers.get(workspaceId, customerId);
        if (store.restore(workspaceId, customerId)) {
            audit.record("follow-up-restored", "customer", customerId.toString(), Map.of());
        }
    }

    private static void check(@Nullable LocalDate until, boolean untilNews, LocalDate today) {
        if (until == null && !untilNews) {
            throw invalid(
                    "/until",
                    new Wording("日付を指定するか、untilNewsをtrueにしてください。", "Name a day, or let news bring the customer back."));
        }
        if (until != null && (!until.isAfter(today) || until.isAfter(today.plusYears(1)))) {
            throw invalid(
                    "/until", new Wording("untilは明日から1年以内の日付です。", "until is a day from tomorrow, within a year."));
        }
    }

    private static ProblemException invalid(String pointer, Wording detail) {
        return new ProblemException(
                KitProblem.INVALID_REQUEST, detail, List.of(new FieldError(pointer, "invalid-value", detail)));
    }
}
