package dev.minori.playbook.figure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts work. Every method needs a transaction. */
public interface WorkCounts {
    /** What alerts are counted by. */
    enum AlertsBy {
        CUSTOMER,
        RULE,
        OWNER
    }

    /**
     * Tasks by owner, most open first.
     *
     * @param owners only tasks of these members; null for all
     * @param visibleOwners only customers of these CSMs; null for all
     */
    List<WorkCount> tasks(Period period, @Nullable List<UUID> owners, @Nullable List<UUID> visibleOwners);

    /**
     * Alerts, most open first.
     *
     * @param owners only customers of these CSMs; null for all
     * @param visibleOwners only customers of these CSMs; null for all
     */
    List<WorkCount> alerts(Period period, AlertsBy by, @Nullable List<UUID> owners, @Nullable List<UUID> visibleOwners);
}
