package dev.minori.scoring.recompute;

import dev.minori.events.Origin;
import dev.minori.kit.outbox.Outbox;
import dev.minori.kit.outbox.OutboxMessage;
import dev.minori.scoring.customer.CustomerProfile;
import dev.minori.scoring.customer.ProfileStore;
import dev.minori.scoring.customer.Summaries;
import dev.minori.scoring.expression.Moment;
import dev.minori.scoring.expression.Moments;
import dev.minori.scoring.health.Health;
import dev.minori.scoring.health.NewScore;
import dev.minori.scoring.history.ChangedCustomers;
import dev.minori.scoring.history.ChangedCustomers.Changed;
import dev.minori.scoring.history.EarlierConclusions;
import dev.minori.scoring.history.PersonalFacts;
import dev.minori.scoring.portfolio.MrrStepStore;
import dev.minori.scoring.segment.Segments;
import dev.minori.scoring.segment.Stay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Computes changed customers: profile, then health, then segments, because each looks at the one before. What it found
 * and what it tells others commit together with taking the customers off the list.
 */
@ApplicationScoped
public class Recomputation implements EarlierConclusions {
    private final ChangedCustomers changed;
    private final PersonalFacts people;
    private final ProfileStore profiles;
    private final Health health;
    private final Segments segments;
    private final Summaries summaries;
    private final MrrStepStore revenue;
    private final Outbox outbox;
    private final Moments moments;
    private final WorkspaceDays days;

    Recomputation(
            ChangedCustomers changed,
            PersonalFacts people,
            ProfileStore profiles,
            Health health,
            Segments segments,
            Summaries summaries,
            MrrStepStore revenue,
            Outbox outbox,
            Moments moments,
            WorkspaceDays days) {
        this.changed = changed;
        this.people = people;
        this.profiles = profiles;
        this.health = health;
        this.segments = segments;
        this.summaries = summaries;
        this.revenue = revenue;
        this.outbox = outbox;
        this.moments = moments;
        this.days = days;
    }

    /** What a batch came to. */
    public record Batch(int customers, int scores, int entered, int left) {
        static final Batch NONE = new Batch(0, 0, 0, 0);
    }

    /** Computes up to {@code limit} changed customers of the bound workspace. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Batch computeSome(UUID workspaceId, int limit) {
        Optional<Moment> now = moments.find(workspaceId);
        if (now.isEmpty()) {
            return Batch.NONE; // They wait on the list until the workspace's day can be told.
        }
        people.enter(workspaceId); // Stays quote what people wrote.
        return compute(workspaceId, now.get(), changed.claim(workspaceId, limit));
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void draw(UUID workspaceId, Collection<UUID> customerIds, Origin next) {
        people.enter(workspaceId);
        moments.find(workspaceId)
                .ifPresent(now -> compute(workspaceId, now, changed.claimOtherwise(workspaceId, customerIds, next)));
    }

    private Batch compute(UUID workspaceId, Moment moment, List<Changed> claimed) {
        Map<UUID, Changed> causes = new LinkedHashMap<>();
        Map<UUID, Origin> origins = new LinkedHashMap<>();
        for (Changed customer : claimed) {
            causes.put(customer.customerId(), customer);
            origins.put(customer.customerId(), customer.origin());
        }
        if (causes.isEmpty()) {
            return Batch.NONE;
        }
        List<CustomerProfile> refreshed = profiles.refresh(workspaceId, moment.today(), causes.keySet());
        List<NewScore> scores = health.compute(moment, origins);
        Segments.Moves moves = segments.evaluate(moment, origins);
        revenue.refresh(workspaceId, moment.zone(), causes.keySet());
        summaries.refresh(workspaceId, moment.today(), moment.now(), causes.keySet());

        HealthMessages messages = new HealthMessages(workspaceId, causes);
        List<OutboxMessage> told = new ArrayList<>();
        introduced(workspaceId, moves.entered(), causes, refreshed).forEach(profile -> told.add(messages.of(profile)));
        refreshed.forEach(profile -> told.add(messages.of(profile)));
        scores.forEach(score -> told.add(messages.of(score)));
        moves.left().forEach(stay -> told.add(messages.left(stay)));
        moves.entered().forEach(stay -> told.add(messages.entered(stay)));
        if (!told.isEmpty()) {
            outbox.publishAll(told);
        }
        return new Batch(
                causes.size(),
                scores.size(),
                moves.entered().size(),
                moves.left().size());
    }

    /**
     * Profiles that go ahead of news. Who hears the news must know whom it is about, and the profile that a load made may
     * still wait in the bulk lane.
     */
    private List<CustomerProfile> introduced(
            UUID workspaceId, List<Stay> entered, Map<UUID, Changed> causes, List<CustomerProfile> refreshed) {
        Set<UUID> customers = entered.stream()
                .map(Stay::customerId)
                .filter(customer -> {
                    Changed cause = causes.get(customer);
                    return cause != null && cause.origin() == Origin.LIVE;
                })
                .collect(Collectors.toSet());
        refreshed.forEach(profile -> customers.remove(profile.customerId()));
        return customers.isEmpty() ? List.of() : profiles.list(workspaceId, customers);
    }

    /** Puts the customer that would be computed next behind all others, because computing it failed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<UUID> postponeFirst(UUID workspaceId) {
        return changed.postponeFirst(workspaceId);
    }

    /**
     * Has all customers of the bound workspace computed if its local day changed or the usage of a day is complete; whether
     * that was so.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean startDay(UUID workspaceId) {
        Optional<Moment> now = moments.find(workspaceId);
        if (now.isEmpty()
                || !days.moveOn(workspaceId, now.get().today(), now.get().now())) {
            return false;
        }
        changed.requestSweep(workspaceId, ChangedCustomers.Urgency.TIME);
        return true;
    }

    /** Marks the next customers of a requested sweep; how many were looked at. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int sweepSome(UUID workspaceId, int limit) {
        return changed.sweepSome(workspaceId, limit);
    }

    /** Marks customers of the bound workspace whose stays change by the mere passing of time; how many were found. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int lookAtClock(UUID workspaceId) {
        Optional<Moment> now = moments.find(workspaceId);
        if (now.isEmpty()) {
            return 0;
        }
        Set<UUID> moved = segments.movedByTime(now.get());
        changed.markForTime(workspaceId, moved);
        return moved.size();
    }
}
