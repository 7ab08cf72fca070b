package dev.minori.sync.run;

/** A run was put in the queue, or a mapping became due: once that is committed, somebody may begin. */
public record RunQueued() {}
