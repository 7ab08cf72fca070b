package dev.minori.scoring.customer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Keeps the profile of each customer. In the transaction of the workspace. */
public interface ProfileStore {
    /** Makes the profiles of these customers from their facts and gives those in which others see a difference. */
    List<CustomerProfile> refresh(UUID workspaceId, LocalDate today, Collection<UUID> customerIds);

    /** The profiles of these customers as they are. */
    List<CustomerProfile> list(UUID workspaceId, Collection<UUID> customerIds);
}
