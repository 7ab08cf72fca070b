package dev.minori.kit.change;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something is new or has changed. It says what and nothing of its content: whoever wants that reads it, under the rules
 * for reading.
 *
 * @param kind for example {@code task}
 * @param version grows with each change of the same thing; an older one than already seen can be ignored
 * @param customerId the customer it concerns, null if none
 * @param memberId the only member it is for, null if it is for everybody who may see the customer
 */
public record Change(
        String kind,
        UUID id,
        long version,
        @Nullable UUID customerId,
        @Nullable UUID memberId) {}
