package dev.minori.playbook.customer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as scoring-service describes it.
 *
 * @param profileVersion newer wins
 * @param ownerMemberId the CSM, null while nobody owns the customer
 * @param removed whether it is gone in its sources
 */
public record CustomerProfile(
        UUID customerId,
        long profileVersion,
        String name,
        @Nullable String nameKana,
        @Nullable String customerCode,
        @Nullable UUID ownerMemberId,
        @Nullable String phase,
        @Nullable String touchModel,
        boolean removed) {}
