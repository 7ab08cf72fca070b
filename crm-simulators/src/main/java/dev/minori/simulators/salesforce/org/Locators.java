package dev.minori.simulators.salesforce.org;

import java.time.Duration;
import java.util.Locale;

/** How long an org's query locators live. */
public enum Locators {
    /** Two days, as many as there are. Source: Salesforce Help, article 000384958. */
    LASTING(Duration.ofDays(2)),
    /**
     * 15 minutes after their last use, and only a user's ten newest: opening an eleventh ends the oldest. Source: SOAP API
     * Developer Guide, "QueryLocator".
     */
    IDLE(Duration.ofMinutes(15));

    /** How many a user may have open where they are {@link #IDLE}. */
    public static final int IDLE_PER_USER = 10;

    private final Duration lifetime;

    Locators(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** From the opening, or from the last use where that counts. */
    public Duration lifetime() {
        return lifetime;
    }

    /** The kind of that name, in any case. */
    public static Locators of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "lasting" -> LASTING;
            case "idle" -> IDLE;
            default -> throw new IllegalArgumentException("locators must be lasting or idle");
        };
    }
}
