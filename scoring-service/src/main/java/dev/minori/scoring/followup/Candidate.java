package dev.minori.scoring.followup;

import dev.minori.events.HealthBand;
import dev.minori.events.fact.Money;
import dev.minori.scoring.customer.CustomerList.NextDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer with a sign that somebody should call it, and the facts that say so.
 *
 * @param amountKnown whether an amount in the workspace's currency is known
 * @param priority 0 to 100, the product of the factors
 * @param usageChange of the last four weeks against the four before, −0.42 for 42 % less; null if not known
 * @param daysLeft until the next date
 * @param daysSilent since the last mail
 */
public record Candidate(
        UUID customerId,
        String name,
        @Nullable UUID ownerMemberId,
        @Nullable String ownerName,
        List<Money> mrr,
        boolean amountKnown,
        HealthBand band,
        @Nullable Double points,
        @Nullable Double pointsChange,
        @Nullable NextDate nextDate,
        @Nullable Long daysLeft,
        @Nullable Instant lastContactAt,
        @Nullable Long daysSilent,
        long openTickets,
        double priority,
        Factors factors,
        @Nullable Double usageChange,
        @Nullable Dismissal dismissal) {
    public Candidate {
        mrr = List.copyOf(mrr);
    }

    /** The same customer with its change of usage. */
    public Candidate withUsageChange(@Nullable Double change) {
        return new Candidate(
                customerId,
                name,
                ownerMemberId,
                ownerName,
                mrr,
                amountKnown,
                band,
                points,
                pointsChange,
                nextDate,
                daysLeft,
                lastContactAt,
                daysSilent,
                openTickets,
                priority,
                factors,
                change,
                dismissal);
    }

    /**
     * What the priority is made of, each between 0 and 1.
     *
     * @param risk how likely the customer is lost: the points that are missing, and those lost in 30 days once more
     * @param value its MRR against the median of the workspace: half at the median
     * @param urgency 1 on the day of the next date, half 90 days before
     * @param silence half on the day of the last mail, three quarters after 30 days
     */
    public record Factors(double risk, double value, double urgency, double silence) {}

    /** A decision not to follow the customer up for now. */
    public record Dismissal(String by, Instant at, @Nullable LocalDate until, boolean untilNews) {}
}
