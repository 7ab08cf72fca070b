package dev.minori.simulators.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to generate.
 *
 * @param today the day the stories are told on; also decides, with the seed, every value
 * @param now no stamp is later
 * @param accounts number of customers
 * @param usageDays days of daily usage before today; 0 for none
 * @param details contacts, tickets and mails too, not only accounts and contracts
 * @param dirty with the few rows that are wrong on purpose
 */
public record SeedPlan(
        long seed, LocalDate today, Instant now, int accounts, int usageDays, boolean details, boolean dirty) {

    /** Checks the ranges the ids and codes have room for. */
    public SeedPlan {
        if (accounts < 1 || accounts > 1_000_000) {
            throw new IllegalArgumentException("accounts must be between 1 and 1,000,000, was " + accounts);
        }
        if (usageDays < 0 || usageDays > 1_500) {
            throw new IllegalArgumentException("usageDays must be between 0 and 1,500, was " + usageDays);
        }
    }

    /** The demo: 300 customers with 400 days of usage. */
    public static SeedPlan demo(LocalDate today, Instant now) {
        return new SeedPlan(20_260_401L, today, now, 300, 400, true, true);
    }

    /** The plan that {@link #stored} was made from. */
    static SeedPlan of(JsonNode stored, Instant now) {
        return new SeedPlan(
                stored.path("seed").asLong(),
                LocalDate.parse(stored.path("today").asText()),
                now,
                stored.path("accounts").asInt(),
                stored.path("usageDays").asInt(),
                stored.path("details").asBoolean(),
                stored.path("dirty").asBoolean());
    }

    /** What is kept with the generated rows, to tell them and to make them again. */
    Map<String, Object> stored() {
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("seed", seed);
        stored.put("today", today.toString());
        stored.put("accounts", accounts);
        stored.put("usageDays", usageDays);
        stored.put("details", details);
        stored.put("dirty", dirty);
        return stored;
    }

    Customer customer(int index) {
        return Customer.of(seed, index, today);
    }
}
