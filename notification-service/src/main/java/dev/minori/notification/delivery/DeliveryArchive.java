package dev.minori.notification.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks deliveries of the current workspace up. Every method needs a transaction. */
public interface DeliveryArchive {
    /**
     * The newest first.
     *
     * @param before only those before this one; null from the newest on
     */
    List<DeliverySummary> list(DeliveryFilter filter, @Nullable UUID before, int limit);

    /** How many there are; counts no further than {@code most}. */
    int count(DeliveryFilter filter, int most);

    Optional<DeliveryDetail> find(UUID id);

    /** Those of the deliveries that went to any of the members. */
    Set<UUID> sentTo(Collection<UUID> members, Collection<UUID> deliveries);
}
