package dev.minori.sync.quarantine.rest;

import dev.minori.sync.quarantine.Replays;

/** How a replay went: rows tried, and rows that are facts now. */
public record ReplayView(int tried, int accepted) {
    static ReplayView of(Replays.Outcome outcome) {
        return new ReplayView(outcome.tried(), outcome.accepted());
    }
}
