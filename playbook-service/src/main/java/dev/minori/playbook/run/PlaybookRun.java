package dev.minori.playbook.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One playbook on one customer.
 *
 * @param playbookVersion the version it began with and ends with
 * @param membershipId the stay in the segment that started it; null if a person did without one
 * @param fence grows each time a worker takes the run up; only the holder of the newest may move it
 * @param revision grows with each change of the state
 */
public record PlaybookRun(
        UUID id,
        UUID playbookId,
        int playbookVersion,
        UUID customerId,
        @Nullable UUID membershipId,
        RunState state,
        Instant startedAt,
        @Nullable UUID startedBy,
        long fence,
        long revision) {

    /** The same run after a transition. */
    public PlaybookRun with(RunState next) {
        return new PlaybookRun(
                id,
                playbookId,
                playbookVersion,
                customerId,
                membershipId,
                next,
                startedAt,
                startedBy,
                fence,
                revision + 1);
    }
}
