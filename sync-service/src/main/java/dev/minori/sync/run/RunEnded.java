package dev.minori.sync.run;

/** A run succeeded or failed. */
public record RunEnded(SyncRun run) {}
