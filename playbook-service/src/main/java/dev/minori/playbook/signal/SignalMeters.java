package dev.minori.playbook.signal;

/** Counts what arrives, for the people who operate Minori. */
public interface SignalMeters {
    void entered(String segmentKey, boolean backfill);
}
