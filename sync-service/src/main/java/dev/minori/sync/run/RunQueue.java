package dev.minori.sync.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Schedules and the order of runs, across all workspaces: who waits longest is first. A run of a child object waits for the
 * runs of its connection's customers that were wanted together with it or before; one object of a connection has one run
 * at a time. Needs a transaction.
 */
public interface RunQueue {
    /** A claim lapses after this long without a sign of life; whoever holds it prolongs it well before. */
    Duration LEASE = Duration.ofSeconds(60);

    /** Sets or changes a mapping's schedule; the first run is due at once. */
    void schedule(Entry entry, Duration every);

    /** Mappings that are due; their next time is set, so each is given to one process only. */
    List<DueMapping> takeDue(Instant now, int limit);

    /** Puts a run in the queue. */
    void add(Entry entry, UUID runId, boolean heavy, Instant notBefore);

    /** Whether a run of the mapping waits or runs already. */
    boolean hasRun(UUID mappingId);

    /**
     * Claims the run whose turn it is, if any; heavy ones only while fewer than allowed run in this process.
     *
     * @param holder new for each claim: a thread that lost its run must not pass for the one that has it now
     */
    Optional<RunTicket> claim(UUID holder, Instant now, boolean heavyToo);

    /** Prolongs the claim; false if another process took the run over. */
    boolean keep(RunTicket ticket, Instant until);

    /** Forgets earlier set-backs: the run got further. */
    void noteProgress(RunTicket ticket);

    /**
     * Gives the run back after a set-back; the pause doubles with each set-back since the last progress, up to five
     * minutes. False if another process took the run over.
     */
    boolean retreat(RunTicket ticket, Instant now, Duration firstPause);

    /** Gives the run back, to be tried again at that time. */
    void postpone(RunTicket ticket, Instant notBefore);

    /** Lets the runs of a connection go on at once that wait because its budget was spent. */
    void recall(UUID connectionId, Instant now);

    /** Takes the run out of the queue. */
    void remove(RunTicket ticket);

    /** @param rank 0 for customers, 1 for what belongs to them */
    record Entry(UUID mappingId, UUID connectionId, String objectName, int rank) {}
}
