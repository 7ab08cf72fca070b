package dev.minori.scoring.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer's daily usage. In the transaction of the workspace. */
public interface UsageDays {
    /** Days from {@code from} to {@code to} (both inclusive), oldest first; several sources of a day add up. */
    List<Day> list(UUID workspaceId, UUID customerId, LocalDate from, LocalDate to);

    /** The same as it was known at a time. */
    List<Day> listKnownAt(UUID workspaceId, UUID customerId, LocalDate from, LocalDate to, Instant knownAt);

    /** One local day. A number no source told is null. */
    record Day(
            LocalDate day,
            @Nullable Long activeUsers,
            @Nullable Long logins,
            @Nullable Long actions) {}
}
