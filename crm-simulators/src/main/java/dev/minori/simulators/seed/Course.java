package dev.minori.simulators.seed;

/** How a customer fares. Everything else about it follows: usage, tickets, answers, and whether it leaves. */
enum Course {
    /** More people use it month by month. */
    GROWING,
    /** Steady use. */
    STEADY,
    /** Use has been falling for months; the contract still runs. */
    DECLINING,
    /** Use fell, then the contract was cancelled. */
    CHURNED,
    /** Started within the last weeks; use climbs from nothing. */
    STARTING;

    static Course roll(Dice dice) {
        int roll = dice.between(0, 99);
        if (roll < 27) {
            return GROWING;
        }
        if (roll < 70) {
            return STEADY;
        }
        if (roll < 84) {
            return DECLINING;
        }
        return roll < 93 ? CHURNED : STARTING;
    }
}
