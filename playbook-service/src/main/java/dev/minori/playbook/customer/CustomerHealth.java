package dev.minori.playbook.customer;

import dev.minori.events.HealthBand;
import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A customer's newest health score, as far as people are told of it.
 *
 * @param points 0 to 100, null while the band is unknown
 * @param reasons what moved it, strongest first
 */
public record CustomerHealth(
        UUID customerId, Instant calculatedAt, @Nullable Double points, HealthBand band, List<LocalText> reasons) {
    public CustomerHealth {
        reasons = List.copyOf(reasons);
    }

    /** The reasons as one text, one sentence a line; empty if there are none. */
    public LocalText reason() {
        return new LocalText(
                reasons.stream().map(LocalText::ja).collect(Collectors.joining("\n")),
                reasons.stream().map(LocalText::en).collect(Collectors.joining("\n")));
    }
}
