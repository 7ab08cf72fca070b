package dev.minori.playbook.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where runs are kept. */
public interface RunStore {
    /** Keeps a new run; false if the playbook has an active run for the customer. */
    boolean insert(PlaybookRun run);

    Optional<PlaybookRun> find(UUID id);

    /** Like find, and keeps others from changing it until the transaction ends. */
    Optional<PlaybookRun> lock(UUID id);

    /** The run of this playbook and customer that began last. */
    Optional<PlaybookRun> findLast(UUID playbookId, UUID customerId);

    /** Active runs of a customer. */
    List<PlaybookRun> listActive(UUID customerId);

    /** Keeps the run's state and lets go of it. */
    void update(PlaybookRun run);

    /**
     * Takes up runs that are due, whose playbook is not paused, and that no living worker holds: each gets a new fence
     * and is held for the lease. What another transaction is taking up at this moment is passed over.
     *
     * @param now the product's clock, by which steps are due; leases run by the database's clock
     */
    List<PlaybookRun> claim(Instant now, String worker, int limit);

    /** Holds these runs for another lease, as far as they are still the worker's. */
    void extend(List<PlaybookRun> held);

    /** Lets go of these runs, as far as they are still the worker's: any worker may take them up at once. */
    void release(List<PlaybookRun> held);

    /** Notes that the run entered a step. */
    void enter(UUID runId, RunStep step);

    /** Notes a step's new due time and problem. */
    void postpone(UUID runId, RunState.Retrying retrying);

    /** Notes that a step is done. */
    void finish(UUID runId, String stepId, Instant at, StepResult result);

    /** Notes why a step can never be done. */
    void fail(UUID runId, String stepId, Instant at, String problem);

    /** In the order they were entered. */
    List<RunStep> listSteps(UUID runId);
}
