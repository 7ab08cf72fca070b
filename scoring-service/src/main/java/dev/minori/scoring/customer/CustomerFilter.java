package dev.minori.scoring.customer;

import dev.minori.events.HealthBand;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are asked for; null or an empty list means any.
 *
 * @param phases an empty text stands for customers without a phase
 * @param owners whose customers; null any, an empty list nobody's
 * @param withoutOwner only customers that nobody owns
 * @param mrrFrom in minor units of the workspace's currency, inclusive
 * @param mrrTo likewise, inclusive
 * @param nextDateFrom the next date is this day or later
 * @param nextDateTo the next date is this day or earlier
 * @param text part of the name, its kana or the customer code, whatever its width and case
 */
public record CustomerFilter(
        List<HealthBand> bands,
        List<String> phases,
        @Nullable List<UUID> owners,
        boolean withoutOwner,
        @Nullable Long mrrFrom,
        @Nullable Long mrrTo,
        @Nullable LocalDate nextDateFrom,
        @Nullable LocalDate nextDateTo,
        @Nullable String text) {
    public CustomerFilter {
        bands = bands.stream().distinct().sorted().toList();
        phases = phases.stream().distinct().sorted().toList();
        owners = owners == null ? null : owners.stream().distinct().sorted().toList();
        text = text == null || text.isBlank() ? null : text.strip();
    }

    /** Every customer. */
    public static CustomerFilter none() {
        return new CustomerFilter(List.of(), List.of(), null, false, null, null, null, null, null);
    }
}
