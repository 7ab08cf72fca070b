package dev.minori.scoring.followup.rest;

import dev.minori.events.HealthBand;
import dev.minori.events.fact.Money;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.customer.CustomerList.NextDate;
import dev.minori.scoring.followup.Candidate;
import dev.minori.scoring.followup.Candidate.Dismissal;
import dev.minori.scoring.followup.FollowUps.FollowUp;
import dev.minori.scoring.followup.FollowUps.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call today.
 *
 * @param at when it was computed
 * @param usageUntil the newest day whose usage counts; the rows of later days are still arriving
 * @param total how many customers have a sign
 */
public record FollowUpsView(Instant at, LocalDate usageUntil, List<Item> items, long total) {
    public FollowUpsView {
        items = List.copyOf(items);
    }

    /**
     * A customer to call.
     *
     * @param priority 0 to 100, the product of the factors
     * @param reason one sentence, made of the facts beside it
     */
    public record Item(
            UUID customerId,
            String name,
            @Nullable UUID ownerMemberId,
            @Nullable String ownerName,
            double priority,
            Wording reason,
            Factors factors,
            List<Money> mrr,
            HealthBand band,
            @Nullable Double points,
            @Nullable Double pointsChange,
            @Nullable Double usageChange,
            @Nullable NextDate nextDate,
            @Nullable Long daysLeft,
            @Nullable Instant lastContactAt,
            @Nullable Long daysSilent,
            long openTickets,
            @Nullable Dismissal dismissal) {
        public Item {
            mrr = List.copyOf(mrr);
        }
    }

    /**
     * What the priority is made of.
     *
     * @param notKnown factors whose fact is not known; a middle value stands in for each
     */
    public record Factors(double risk, double value, double urgency, double silence, List<String> notKnown) {
        public Factors {
            notKnown = List.copyOf(notKnown);
        }
    }

    static FollowUpsView of(Today today) {
        return new FollowUpsView(
                today.at(),
                today.usageUntil(),
                today.followUps().stream().map(FollowUpsView::item).toList(),
                today.total());
    }

    private static Item item(FollowUp followUp) {
        Candidate customer = followUp.customer();
        return new Item(
                customer.customerId(),
                customer.name(),
                customer.ownerMemberId(),
                customer.ownerName(),
                rounded(customer.priority()),
                followUp.reason(),
                factors(customer),
                customer.mrr(),
                customer.band(),
                customer.points(),
                customer.pointsChange(),
                customer.usageChange(),
                customer.nextDate(),
                customer.daysLeft(),
                customer.lastContactAt(),
                customer.daysSilent(),
                customer.openTickets(),
                customer.dismissal());
    }

    private static Factors factors(Candidate customer) {
        List<String> notKnown = new ArrayList<>();
        if (customer.points() == null) {
            notKnown.add("risk");
        }
        if (!customer.amountKnown()) {
            notKnown.add("value");
        }
        if (customer.nextDate() == null) {
            notKnown.add("urgency");
        }
        if (customer.lastContactAt() == null) {
            notKnown.add("silence");
        }
        Candidate.Factors factors = customer.factors();
        return new Factors(
                rounded(factors.risk()),
                rounded(factors.value()),
                rounded(factors.urgency()),
                rounded(factors.silence()),
                notKnown);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
