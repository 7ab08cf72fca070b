package dev.minori.playbook.run.rest;

import java.util.Map;

/**
 * How many runs stand where.
 *
 * @param active all that go on: ready, waiting and retrying
 */
record RunTotalsView(
        int total, int active, int ready, int waiting, int retrying, int completed, int cancelled, int failed) {
    static RunTotalsView of(Map<String, Integer> counts) {
        int ready = counts.getOrDefault("ready", 0);
        int waiting = counts.getOrDefault("waiting", 0);
        int retrying = counts.getOrDefault("retrying", 0);
        return new RunTotalsView(
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                ready + waiting + retrying,
                ready,
                waiting,
                retrying,
                counts.getOrDefault("completed", 0),
                counts.getOrDefault("cancelled", 0),
                counts.getOrDefault("failed", 0));
    }
}
