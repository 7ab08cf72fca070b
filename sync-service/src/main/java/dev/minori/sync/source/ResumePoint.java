package dev.minori.sync.source;

/** A place in a source's result that only its client understands. Written to the database with each chunk. */
public record ResumePoint(String position) {}
