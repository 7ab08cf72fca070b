package dev.minori.events.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a customer's people did with the product on one local day: an event, one instant, no interval. */
public record UsageValues(
        @TargetField(ja = "利用日", en = "Day", required = true)
        LocalDate day,

        @TargetField(ja = "利用者数", en = "Active users") @Nullable
        Long activeUsers,

        @TargetField(ja = "ログイン回数", en = "Logins") @Nullable Long logins,
        @TargetField(ja = "操作回数", en = "Actions") @Nullable Long actions)
        implements FactValues {}
