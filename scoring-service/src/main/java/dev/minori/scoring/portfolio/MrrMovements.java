package dev.minori.scoring.portfolio;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How recurring revenue in one currency moved in a period, customer by customer: what a customer brought on the day before
 * the period against what it brings at its end. The parts sum to the change.
 *
 * @param startMinor on the day before the period
 * @param startCustomers how many customers brought it
 * @param endCustomers how many bring anything at its end
 * @param moves what moved, by kind
 * @param joinedAndLeft customers who began and ended within the period: part of no movement
 * @param reconstructed customers whose movement lies before anything was known of their contract
 */
public record MrrMovements(
        long startMinor,
        long startCustomers,
        long endCustomers,
        Map<Kind, Move> moves,
        long joinedAndLeft,
        long reconstructed) {
    public MrrMovements {
        moves = Map.copyOf(moves);
    }

    private static final String NOTHING_AT_START = "nothing-at-start";

    /** Kinds of movement. */
    public enum Kind {
        /** From customers who never paid before. */
        NEW,
        /** More from customers who paid already. */
        EXPANSION,
        /** Less from customers who go on paying; ending one of several contracts is that too. */
        CONTRACTION,
        /** From customers who stopped paying, on the first day that is not paid. */
        CHURN,
        /** From customers who paid before, but not at the start. */
        REACTIVATION,
        /** Began or ended in this currency while the customer paid in another one: no gain and no loss. */
        CURRENCY_CHANGE
    }

    /** An amount, negative for losses, and how many customers it concerns. */
    public record Move(long minor, long customers) {
        static final Move NONE = new Move(0, 0);
    }

    /**
     * A share that may have no meaning.
     *
     * @param value for example 0.97
     * @param reason why there is no value
     */
    public record Rate(@Nullable Double value, @Nullable String reason) {
        static Rate of(long numerator, long denominator, String reasonIfZero) {
            return denominator == 0 ? new Rate(null, reasonIfZero) : new Rate((double) numerator / denominator, null);
        }
    }

    public Move move(Kind kind) {
        return moves.getOrDefault(kind, Move.NONE);
    }

    /** Every kind, also those that did not happen. */
    public Map<Kind, Move> allMoves() {
        Map<Kind, Move> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, move(kind));
        }
        return all;
    }

    /** At the end of the period. */
    public long endMinor() {
        return startMinor + moves.values().stream().mapToLong(Move::minor).sum();
    }

    /** Start plus expansion less contraction and churn, over start: of the customers who paid at the start. */
    public Rate netRetention() {
        long kept = startMinor + minor(Kind.EXPANSION) + minor(Kind.CONTRACTION) + minor(Kind.CHURN);
        return Rate.of(kept, startMinor, NOTHING_AT_START);
    }

    /** The same without expansion: never above 1. */
    public Rate grossRetention() {
        return Rate.of(startMinor + minor(Kind.CONTRACTION) + minor(Kind.CHURN), startMinor, NOTHING_AT_START);
    }

    /** Customers who stopped paying over customers who paid at the start. */
    public Rate customerChurn() {
        return Rate.of(move(Kind.CHURN).customers(), startCustomers, NOTHING_AT_START);
    }

    /** New and expansion over contraction and churn. */
    public Rate quickRatio() {
        return Rate.of(
                minor(Kind.NEW) + minor(Kind.EXPANSION),
                -(minor(Kind.CONTRACTION) + minor(Kind.CHURN)),
                "nothing-lost");
    }

    private long minor(Kind kind) {
        return move(kind).minor();
    }
}
