package dev.minori.playbook.task;

import dev.minori.playbook.text.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work for one person about one customer.
 *
 * @param kind whether something is to be done or answered
 * @param ownerMemberId who does it, null if nobody owns the customer
 * @param dueOn local day of the workspace
 * @param origin what it came from
 * @param quotedFactIds records whose text stands in title or note
 * @param revision grows with each change
 */
public record CsTask(
        UUID id,
        UUID customerId,
        TaskKind kind,
        TaskPriority priority,
        LocalText title,
        @Nullable LocalText note,
        @Nullable UUID ownerMemberId,
        @Nullable LocalDate dueOn,
        TaskState state,
        TaskOrigin origin,
        List<UUID> quotedFactIds,
        Instant createdAt,
        long revision) {
    public CsTask {
        quotedFactIds = List.copyOf(quotedFactIds);
    }

    /** The same task after a transition. */
    public CsTask with(TaskState next) {
        return new CsTask(
                id,
                customerId,
                kind,
                priority,
                title,
                note,
                ownerMemberId,
                dueOn,
                next,
                origin,
                quotedFactIds,
                createdAt,
                revision + 1);
    }

    /** The same task for another person or another day. */
    public CsTask with(@Nullable UUID owner, @Nullable LocalDate due) {
        return new CsTask(
                id,
                customerId,
                kind,
                priority,
                title,
                note,
                owner,
                due,
                state,
                origin,
                quotedFactIds,
                createdAt,
                revision + 1);
    }

    /** The same task, more or less urgent. */
    public CsTask with(TaskPriority other) {
        return new CsTask(
                id,
                customerId,
                kind,
                other,
                title,
                note,
                ownerMemberId,
                dueOn,
                state,
                origin,
                quotedFactIds,
                createdAt,
                revision);
    }
}
