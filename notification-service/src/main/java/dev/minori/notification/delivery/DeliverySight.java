package dev.minori.notification.delivery;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose deliveries somebody sees in the current workspace. */
public interface DeliverySight {
    /** The members whose deliveries the caller of the current request sees, null for all. */
    @Nullable
    List<UUID> ofCaller();

    /** The same for somebody with this subject and these roles. */
    @Nullable
    List<UUID> of(String subject, Collection<String> roles);
}
